import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/auth/schema.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { type Ask, addCompany, addGuests } from "#tests/support/crowd.ts";

/** Anyone who may ask about a conversation. The namesake has the admin's account and id, in a company without this conversation. */
export const persons = [
  "admin",
  "member",
  "asked",
  "declined",
  "barred",
  "left",
  "outsider",
  "suspended",
  "expired",
  "namesake",
] as const;
export type Person = (typeof persons)[number];

/** A company of one each of them, who all worked there at one time. */
export type Cast = Record<Person, Viewer> & {
  companyId: string;
  /** Where the namesake is: everybody of the company is there as well, under the same id. */
  otherCompanyId: string;
};

/** Makes the two companies, `slug` and `slug`-2. */
export async function addCast(ask: Ask, slug: string): Promise<Cast> {
  const other = `${slug}-2`;
  for (const name of [slug, other]) await addCompany(ask, name);
  const guests = await addGuests(ask, slug, persons.length - 1);
  const ids = guests.map(({ memberId }) => memberId);
  for (const table of ["members", "profiles"]) await copyRows(ask, table, slug, other);
  const accounts = await Promise.all(guests.map(async ({ token }) => (await findSession(token))?.account));
  const enter = async (index: number, name = slug) => {
    const account = accounts[index];
    if (!account) throw new Error(`nobody is signed in as ${persons[index]}`);
    return findViewer(account, name);
  };
  const cast = {
    admin: await enter(0),
    member: await enter(1),
    asked: await enter(2),
    declined: await enter(3),
    barred: await enter(4),
    left: await enter(5),
    outsider: await enter(6),
    suspended: await enter(7),
    expired: await enter(8),
    namesake: await enter(0, other),
  };
  const { companyId, memberId } = cast.suspended;
  const otherCompanyId = cast.namesake.companyId;
  await ask("UPDATE members SET status = 'SUSPENDED' WHERE company_id = $1 AND id = $2", [
    companyId,
    memberId,
  ]);
  await ask("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1", [
    cast.expired.sessionId,
  ]);
  // Nobody but the outsider shows there what they have read.
  await ask(
    "INSERT INTO chat_preferences (company_id, member_id, share_reads) SELECT $1, unnest($2::uuid[]), false",
    [otherCompanyId, ids.filter((id) => id !== cast.outsider.memberId)],
  );
  return { ...cast, companyId, otherCompanyId };
}

/**
 * A conversation in which each of the cast is what they are called: a line of the member's and a notice of the admin's, which nobody
 * has read. A group has an open link; for the database a direct one is one with a key, however many are in it. The other company has
 * one of the other kind under the same id, in which everybody but the namesake is what they are not in this one.
 */
export async function addThreadOf(
  ask: Ask,
  cast: Cast,
  kind: "GROUP" | "DIRECT",
): Promise<{ id: string; token: string }> {
  const [id, token] = [randomUUID(), randomUUID()];
  const { companyId, otherCompanyId } = cast;
  const states: Partial<Record<Person, string>> = {
    asked: "ASKED",
    declined: "DECLINED",
    barred: "BARRED",
    left: "LEFT",
  };
  const thread =
    "INSERT INTO chat_threads (company_id, id, kind, direct_key, join_token, last_number, revision) VALUES ($1, $2, $3, $4, $5, $6, $6)";
  await ask(thread, [companyId, id, kind, kind === "DIRECT" ? id : null, kind === "GROUP" ? token : null, 2]);
  await ask(thread, [
    otherCompanyId,
    id,
    kind === "GROUP" ? "DIRECT" : "GROUP",
    kind === "GROUP" ? id : null,
    randomUUID(),
    3,
  ]);
  // Two of whom are none any more.
  const admins: Person[] = ["admin", "declined", "barred"];
  const rows = persons.flatMap((person) => {
    if (person === "namesake") return [];
    const row = { thread_id: id, member_id: cast[person].memberId };
    const here = { ...row, company_id: companyId, state: states[person] ?? "ACTIVE" };
    const there = { ...row, company_id: otherCompanyId, state: person === "declined" ? "ASKED" : "ACTIVE" };
    return [
      ...(person === "outsider" ? [] : [{ ...here, role: admins.includes(person) ? "ADMIN" : "MEMBER" }]),
      ...(person === "admin" ? [] : [{ ...there, role: person === "outsider" ? "MEMBER" : "ADMIN" }]),
    ];
  });
  await ask(
    `INSERT INTO chat_participants (company_id, thread_id, member_id, state, role)
      SELECT company_id, thread_id, member_id, state, role FROM jsonb_populate_recordset(NULL::chat_participants, $1)`,
    [JSON.stringify(rows)],
  );
  await ask(
    "INSERT INTO chat_places (company_id, thread_id, member_id) SELECT company_id, thread_id, member_id FROM chat_participants WHERE thread_id = $1",
    [id],
  );
  await ask(
    `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text, kind, notice)
      SELECT company, $1, number, number, gen_random_uuid(), author, gen_random_uuid(), '…', kind, notice
        FROM unnest(ARRAY[1, 2, 3], $2::uuid[], ARRAY['TEXT', 'NOTICE', 'TEXT']::"ChatMessageKind"[],
          ARRAY[NULL, '{"type": "created"}', NULL]::jsonb[]) AS line (number, author, kind, notice), unnest($3::uuid[]) AS company
        WHERE number < 3 OR company = $4`,
    [
      id,
      [cast.member, cast.admin, cast.member].map(({ memberId }) => memberId),
      [companyId, otherCompanyId],
      otherCompanyId,
    ],
  );
  return { id, token };
}

/** Gives one company the rows of another, under the same ids. */
async function copyRows(ask: Ask, table: string, from: string, to: string): Promise<void> {
  await ask(
    `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('company_id', there.id))).*
      FROM ${table} t JOIN companies here ON here.id = t.company_id JOIN companies there ON there.slug = $2
      WHERE here.slug = $1`,
    [from, to],
  );
}
