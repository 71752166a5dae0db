import { expect, test } from "vitest";
import { createSession, findSession } from "#lib/auth/sessions.ts";
import { purgeExpired } from "#lib/jobs/purge.ts";
import { openTestDatabase } from "#tests/support/database.ts";

const database = openTestDatabase();

test("what has run out is taken away, and nothing else", async () => {
  const [user] = await database.asOwner<{ id: string }>("SELECT id FROM users LIMIT 1");
  const living = await createSession(user?.id ?? "", "a test");
  await createSession(user?.id ?? "", "an old one");
  await database.asOwner(
    "UPDATE sessions SET expires_at = now() - interval '1 minute' WHERE user_agent = 'an old one'",
  );
  await database.asOwner(
    `INSERT INTO rate_limits VALUES ('\\x01', 1, now() - interval '1 minute'), ('\\x02', 1, now() + interval '1 minute')`,
  );
  await database.asOwner(
    `INSERT INTO mails (id, "to", subject, html, text, created_at) SELECT gen_random_uuid(), 'a@example.com', age, '', '', now() - age::interval
      FROM unnest(ARRAY['31 days', '29 days']) AS age`,
  );
  await database.asOwner(
    `WITH m AS (SELECT company_id, leaver_id, id FROM invitation_mails LIMIT 1)
      INSERT INTO invitation_links (company_id, leaver_id, mail_id, token_hash, code_hash, made_at)
        SELECT company_id, leaver_id, id, convert_to(age, 'UTF8'), '', now() - age::interval FROM m, unnest(ARRAY['181 days', '179 days']) AS age`,
  );
  await purgeExpired();
  expect(await findSession(living)).not.toBeNull();
  expect(await database.asOwner("SELECT user_agent FROM sessions")).toEqual([{ user_agent: "a test" }]);
  expect(await database.asOwner("SELECT key FROM rate_limits")).toHaveLength(1);
  expect(
    await database.asOwner("SELECT convert_from(token_hash, 'UTF8') AS age FROM invitation_links"),
  ).toEqual([{ age: "179 days" }]);
  expect(await database.asOwner("SELECT subject FROM mails")).toEqual([{ subject: "29 days" }]);
});
