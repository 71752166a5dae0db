// How long it takes to queue invitations for many leavers, beside bare inserts of as many rows into tables like theirs.
// npm run bench invitations [people, 10,000 without it and at most]
import type pg from "pg";
import { createSession, findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { disconnect } from "#lib/db.ts";
import { countInvitable, inviteLeavers } from "#lib/invitations/inviting.ts";
import { maxMatching } from "#lib/leavers/list-policy.ts";
import { leaverQuerySchema } from "#lib/leavers/list-query.ts";
import { withClient } from "#lib/pg-client.ts";
import { fillCrowd } from "./crowd.ts";
import { withBenchDatabase } from "./database.ts";

const slug = "crowd";
const rounds = 5;
const today = "2026-12-01";

await withBenchDatabase("okaeri_bench_invitations", async ({ ownerUrl }) => {
  await withClient(ownerUrl, async (owner) => {
    // As many as HR may choose at once.
    const people = Math.min(Number(process.argv[2] ?? maxMatching), maxMatching);
    await fillCrowd(owner, [slug], 20);
    await owner.query("UPDATE members SET role = 'OWNER'");
    await fillLeavers(owner, people);
    const hr = await viewerOf(owner);
    const of = { query: leaverQuerySchema.parse({}), count: people };
    const counting = await medianOf(() => countInvitable(hr, { of }, today));
    const inviting = await medianOf(
      () => inviteLeavers(hr, { of, locale: "each", count: people }, today),
      () => owner.query("DELETE FROM invitations"),
    );
    const bare = await medianOf(
      () => insertBare(owner),
      () => owner.query("TRUNCATE bare_invitations, bare_mails"),
    );
    console.log(`${people} people, median of ${rounds}`);
    console.table({
      "counted ms": Math.round(counting),
      "queued ms": Math.round(inviting),
      "bare inserts ms": Math.round(bare),
      "queued a second": Math.round((people / inviting) * 1000),
    });
    console.log(`Queueing takes ${(inviting / bare).toPrecision(2)} times as long as the bare inserts.`);
  });
  await disconnect();
});

async function fillLeavers(owner: pg.Client, people: number): Promise<void> {
  await owner.query(
    `INSERT INTO leavers (company_id, id, family_name, given_name, sort_key, joined_on, left_on, mail, ground, ground_on)
      SELECT c.id, gen_random_uuid(), '佐藤', n::text, 'さとう', '2010-04-01', '2020-03-31', 'p' || n || '@example.net', 'NOTICE', '2020-03-01'
        FROM companies c, generate_series(1, $1::int) n WHERE c.slug = $2`,
    [people, slug],
  );
  await owner.query(
    "INSERT INTO company_senders (company_id, name, postal_address, contact) SELECT id, 'a', 'b', 'c' FROM companies",
  );
  await owner.query(
    "INSERT INTO company_purposes (company_id, version, text_ja, written_by_id) SELECT company_id, 1, 'a', id FROM members LIMIT 1",
  );
  await owner.query(
    "CREATE TABLE bare_invitations (LIKE invitations INCLUDING ALL); CREATE TABLE bare_mails (LIKE invitation_mails INCLUDING ALL); ANALYZE",
  );
}

async function insertBare(owner: pg.Client): Promise<void> {
  await owner.query(`WITH i AS (INSERT INTO bare_invitations (company_id, leaver_id, state, invited_by_id, expires_at)
      SELECT company_id, id, 'QUEUED', id, now() FROM leavers RETURNING company_id, leaver_id)
    INSERT INTO bare_mails (company_id, id, leaver_id, locale) SELECT company_id, gen_random_uuid(), leaver_id, 'ja' FROM i`);
}

async function medianOf(work: () => Promise<unknown>, after?: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
    await after?.();
  }
  return times.sort((one, other) => one - other)[Math.floor(rounds / 2)] ?? 0;
}

async function viewerOf(owner: pg.Client) {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT user_id AS id FROM members WHERE status = 'ACTIVE' LIMIT 1",
  );
  const session = await findSession(await createSession(rows[0]?.id ?? "", "bench"));
  if (!session) throw new Error("a new session is not found");
  return findViewer(session.account, slug);
}
