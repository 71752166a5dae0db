import { createHash, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";

/** Asks as the owner of the tables, who sees every row. */
export type Ask = <Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) => Promise<Row[]>;

/** Somebody made up: an active member, with the token that their browser would carry. */
export type Guest = { memberId: string; token: string };

/** A company of nobody, made by SQL alone. */
export async function addCompany(ask: Ask, slug: string): Promise<void> {
  await ask("INSERT INTO companies (id, slug, name, name_en) VALUES (gen_random_uuid(), $1, $1, $1)", [slug]);
}

/** So many new members of the company, each signed in. */
export async function addGuests(ask: Ask, slug: string, count: number): Promise<Guest[]> {
  const guests = Array.from({ length: count }, () => ({
    memberId: randomUUID(),
    token: randomBytes(32).toString("base64url"),
  }));
  const ids = guests.map(({ memberId }) => memberId);
  const hashes = guests.map(({ token }) => createHash("sha256").update(token).digest("hex"));
  await ask("INSERT INTO users (id, email) SELECT id, id || '@example.com' FROM unnest($1::uuid[]) id", [
    ids,
  ]);
  await ask(
    `INSERT INTO members (company_id, id, user_id, kind, status, joined_at, welcomed_at)
      SELECT c.id, g, g, 'ALUMNUS', 'ACTIVE', now(), now() FROM companies c, unnest($2::uuid[]) g WHERE c.slug = $1`,
    [slug, ids],
  );
  await ask(
    `INSERT INTO profiles (company_id, member_id, family_name, given_name, sort_key, joined_on, department, purposes, skills)
      SELECT c.id, g, '客', 'さん', '客', '2010-04-01', '', '{}', '{}' FROM companies c, unnest($2::uuid[]) g WHERE c.slug = $1`,
    [slug, ids],
  );
  await ask(
    `INSERT INTO sessions (id, token_hash, user_id, user_agent, expires_at)
      SELECT gen_random_uuid(), decode(hash, 'hex'), id, 'tests', now() + interval '1 day'
        FROM unnest($1::uuid[], $2::text[]) AS g (id, hash)`,
    [ids, hashes],
  );
  return guests;
}

/** A group of these members, in which nothing was said yet; its id. */
export async function addGroup(ask: Ask, slug: string, guests: Guest[]): Promise<string> {
  const threadId = randomUUID();
  const ids = guests.map(({ memberId }) => memberId);
  await ask(
    "INSERT INTO chat_threads (company_id, id, kind, name) SELECT id, $2, 'GROUP', 'Group' FROM companies WHERE slug = $1",
    [slug, threadId],
  );
  for (const table of ["chat_participants", "chat_places"]) {
    await ask(
      `INSERT INTO ${table} (company_id, thread_id, member_id)
        SELECT c.id, $2, g FROM companies c, unnest($3::uuid[]) g WHERE c.slug = $1`,
      [slug, threadId, ids],
    );
  }
  return threadId;
}
