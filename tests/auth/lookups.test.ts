import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { findAccountOf } from "#lib/auth/sign-in.ts";
import { findCompanyDoors } from "#lib/companies/companies.ts";
import { withScope } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { purgeExpired } from "#lib/jobs/purge.ts";
import { findPushEndpoint, forgetPushSubscription, keepPushSubscription } from "#lib/push/subscriptions.ts";
import { people } from "#prisma/world.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, signIn, viewerOf } from "#tests/support/people.ts";

// The functions that are asked before a company or an account is known, by anyone who may not be answered.
const database = openTestDatabase();

describe("a company is entered", () => {
  let sakura: Viewer;
  let hannah: Viewer;

  beforeAll(async () => {
    sakura = await viewerOf(database, "sakura", "aoba");
    hannah = await viewerOf(database, "hannah", "larkfield");
  });

  const enter = async (parts: Partial<Viewer>) => {
    const [scope] = await database.asViewer<{ company: string | null; member: string | null }>(
      { ...sakura, ...parts },
      "SELECT app_company_id() AS company, app_member_id() AS member",
    );
    return scope;
  };
  const inside = () => ({ company: sakura.companyId, member: sakura.memberId });
  const outside = { company: null, member: null };

  /** Makes so of the database what `$1` names, for the time of `work`. */
  async function meanwhile<T>(change: string, back: string, id: string, work: () => Promise<T>): Promise<T> {
    await database.asOwner(change, [id]);
    try {
      return await work();
    } finally {
      await database.asOwner(back, [id]);
    }
  }

  it("by a member of it with a living session of theirs", async () => {
    expect(await enter({})).toEqual(inside());
  });

  it("not as another member, not elsewhere, and not by another's session or none", async () => {
    const yuki = await viewerOf(database, "yuki", "aoba");
    const wrong: Partial<Viewer>[] = [
      { memberId: yuki.memberId },
      { memberId: hannah.memberId },
      { companyId: hannah.companyId },
      { companyId: hannah.companyId, memberId: hannah.memberId },
      { sessionId: yuki.sessionId },
      { sessionId: hannah.sessionId },
      { sessionId: crypto.randomUUID() },
    ];
    for (const parts of wrong) expect(await enter(parts), JSON.stringify(parts)).toEqual(outside);
  });

  it("not as who has the same id in another company", async () => {
    await database.asOwner(
      `INSERT INTO members (company_id, id, user_id, kind, status) SELECT $1, $2, user_id, 'EMPLOYEE', 'ACTIVE' FROM members WHERE id = $3`,
      [hannah.companyId, sakura.memberId, await memberIdOf(database, "koji", "aoba")],
    );
    expect(await enter({ companyId: hannah.companyId })).toEqual(outside);
  });

  it.each(["SUSPENDED", "INVITED"])("not by who is %s", async (status) => {
    const stand = (now: string) => `UPDATE members SET status = '${now}' WHERE id = $1`;
    const scope = await meanwhile(stand(status), stand("ACTIVE"), sakura.memberId, () => enter({}));
    expect(scope).toEqual(outside);
  });

  it("not while the company is suspended, nor with a session that has run out", async () => {
    const stand = (now: string) => `UPDATE companies SET status = '${now}' WHERE id = $1`;
    expect(await meanwhile(stand("SUSPENDED"), stand("ACTIVE"), sakura.companyId, () => enter({}))).toEqual(
      outside,
    );
    const run = (until: string) =>
      `UPDATE sessions SET expires_at = now() + interval '${until}' WHERE id = $1`;
    expect(await meanwhile(run("-1 second"), run("1 day"), sakura.sessionId, () => enter({}))).toEqual(
      outside,
    );
    expect(await enter({})).toEqual(inside());
  });
});

describe("without a company", () => {
  it("an account is found by its own address, by who was asked for that address", async () => {
    const find = (typed: string, email: string) =>
      withScope({ email: typed }, (tx) => findAccountOf(tx, email));
    const { account } = await signIn(database, "koji");
    expect((await find(people.koji.email, people.koji.email))?.id).toBe(account.userId);
    expect(await find(people.sakura.email, people.koji.email)).toBeNull();
    for (const address of ["nobody@example.com", "", "%"]) expect(await find(address, address)).toBeNull();
  });

  it("the doors of active companies of exactly this name are shown, five at most", async () => {
    const slugs = async (query: string) => (await findCompanyDoors(query)).map(({ slug }) => slug);
    await database.asOwner(
      `INSERT INTO companies (id, slug, name, name_en, door_keys, status)
        SELECT gen_random_uuid(), 'door' || n, '扉工房', 'Door', ARRAY['door' || n, '扉工房', 'door'],
          CASE n WHEN 1 THEN 'SUSPENDED' ELSE 'ACTIVE' END::"CompanyStatus" FROM generate_series(1, 7) n`,
    );
    expect(await slugs("扉工房")).toEqual(["door2", "door3", "door4", "door5", "door6"]);
    expect(await slugs("door7")).toEqual(["door7"]);
    for (const query of ["door1", "doo", "扉", "扉工", "%", ""]) expect(await slugs(query)).toEqual([]);
  });
});

describe("a browser's push service", () => {
  const { endpoint, keys } = {
    endpoint: "https://push.example.com/lookups",
    keys: {
      p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
      auth: "BTBZMqHH6r4Tts7J_aSIgg",
    },
  };

  it("is bound to no session that has run out, though its row is there", async () => {
    const { account } = await signIn(database, "sakura");
    await database.asOwner("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1", [
      account.sessionId,
    ]);
    await expect(keepPushSubscription(account, { endpoint, keys })).rejects.toThrow(NotFound);
    expect(await database.asOwner("SELECT FROM push_subscriptions")).toEqual([]);
  });

  it("that forgets one browser leaves the others", async () => {
    const [one, two] = [await signIn(database, "sakura"), await signIn(database, "sakura")];
    const other = `${endpoint}/2`;
    await keepPushSubscription(one.account, { endpoint, keys });
    await keepPushSubscription(two.account, { endpoint: other, keys });
    await forgetPushSubscription(endpoint);
    expect([await findPushEndpoint(one.account), await findPushEndpoint(two.account)]).toEqual([null, other]);
  });
});

it("a mailed sign-in is kept for a day after it has run out, for its tries count on", async () => {
  await database.asOwner(
    `INSERT INTO sign_ins (id, email, link_hash, code_hash, expires_at)
      SELECT gen_random_uuid(), age, convert_to(age, 'UTF8'), '', now() - age::interval FROM unnest(ARRAY['-1 hours', '23 hours', '25 hours']) AS age`,
  );
  await purgeExpired();
  const left = await database.asOwner("SELECT email FROM sign_ins ORDER BY expires_at DESC");
  expect(left).toEqual([{ email: "-1 hours" }, { email: "23 hours" }]);
});
