import pg from "pg";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { findLink, redeemCode, redeemLink } from "#lib/auth/redeeming.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { startSignIn } from "#lib/auth/sign-in.ts";
import { Invalid } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { forgetTries, lastMailTo, mailsTo } from "./mailed.ts";

const database = openTestDatabase();
const chinatsu = "chinatsu@example.com";
const nobody = "nobody@example.com";
const address = "192.0.2.7";
const userAgent = "a test";
const browser = "the secret of the browser that asks";
const ask = (email: string, next?: string) => startSignIn({ email, locale: "ja", address, browser, next });
const open = (token: string) => findLink({ token, browser });
const press = (token: string, of: string | null = browser) => redeemLink({ token, browser: of, userAgent });
const type = (email: string, code: string) => redeemCode({ email, code, address, userAgent });

beforeEach(async () => {
  await forgetTries(database);
  await database.asOwner("DELETE FROM sign_ins");
});

describe("a mailed link", () => {
  test("signs in the browser that asked for it, once", async () => {
    await ask(chinatsu);
    const { token } = await lastMailTo(database, chinatsu);
    expect(await open(token)).toEqual({ email: chinatsu, askedHere: true });
    const session = await findSession(await press(token));
    expect(session?.account).toMatchObject({ email: chinatsu, locale: "ja" });
    expect(await open(token)).toBeNull();
    await expect(press(token)).rejects.toThrow(Invalid);
  });

  test("can be looked at as often as a mail scanner likes", async () => {
    await ask(chinatsu);
    const { token } = await lastMailTo(database, chinatsu);
    for (let look = 0; look < 10; look++) expect(await open(token)).not.toBeNull();
    await expect(press(token)).resolves.toBeTypeOf("string");
  });

  test("pressed in a browser that did not ask for it signs nobody in, and is not used up", async () => {
    await ask(chinatsu);
    const { token, code } = await lastMailTo(database, chinatsu);
    const sessions = "SELECT count(*)::int AS count FROM sessions";
    const before = await database.asOwner(sessions);
    for (const other of [null, "", "the secret of another browser"]) {
      expect(await findLink({ token, browser: other })).toEqual({ email: chinatsu, askedHere: false });
      await expect(press(token, other)).rejects.toMatchObject({ fields: { link: "elsewhere" } });
    }
    expect(await database.asOwner(sessions)).toEqual(before);
    const [row] = await database.asOwner("SELECT attempts, used_at FROM sign_ins");
    expect(row).toEqual({ attempts: 0, used_at: null });
    // Elsewhere the code of the same mail is the way in, and then the link is worth nothing where it was asked for.
    await expect(type(chinatsu, code)).resolves.toBeTypeOf("string");
    await expect(press(token)).rejects.toMatchObject({ fields: { link: "link" } });
  });

  test("of a mail from before mails knew their browser wants the code everywhere", async () => {
    await ask(chinatsu);
    const { token } = await lastMailTo(database, chinatsu);
    await database.asOwner("UPDATE sign_ins SET browser_hash = NULL");
    await expect(press(token)).rejects.toMatchObject({ fields: { link: "elsewhere" } });
  });

  test("of each mail that a browser has asked for works in it", async () => {
    await ask(chinatsu);
    const { token: older } = await lastMailTo(database, chinatsu);
    await ask(chinatsu);
    await expect(press(older)).resolves.toBeTypeOf("string");
  });

  test("is won by one of many who press at the same moment", async () => {
    await ask(chinatsu);
    const { token, code } = await lastMailTo(database, chinatsu);
    const tries = [press(token), press(token), type(chinatsu, code), type(chinatsu, code)];
    const results = await Promise.allSettled(tries);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(result.reason).toBeInstanceOf(Invalid);
  });

  test("typed as its code many times at the same moment opens one session", async () => {
    await ask(chinatsu);
    const { code } = await lastMailTo(database, chinatsu);
    const results = await whileRowsAreHeld(() =>
      Promise.allSettled(Array.from({ length: 4 }, () => type(chinatsu, code))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "rejected",
    ]);
  });

  test("is good, and so is its code, as long as the session that it is for does not come about", async () => {
    await ask(chinatsu);
    const { token, code } = await lastMailTo(database, chinatsu);
    await database.asOwner(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$`,
    );
    await database.asOwner(
      "CREATE TRIGGER fail BEFORE INSERT ON sessions FOR EACH ROW EXECUTE FUNCTION fail()",
    );
    try {
      await expect(press(token)).rejects.toThrow("no room");
      await expect(type(chinatsu, code)).rejects.toThrow("no room");
    } finally {
      await database.asOwner("DROP FUNCTION fail CASCADE");
    }
    expect(await open(token)).toEqual({ email: chinatsu, askedHere: true });
    await expect(type(chinatsu, code)).resolves.toBeTypeOf("string");
    await expect(press(token)).rejects.toThrow(Invalid);
  });

  test("gives one answer when it is wrong, used or too old", async () => {
    await ask(chinatsu);
    const { token, code } = await lastMailTo(database, chinatsu);
    await database.asOwner("UPDATE sign_ins SET expires_at = now() - interval '1 second'");
    const wrongLink = { fields: { link: "link" } };
    await expect(press(token)).rejects.toMatchObject(wrongLink);
    await expect(press("x".repeat(43))).rejects.toMatchObject(wrongLink);
    const goneCode = { fields: { code: "spent" } };
    await expect(type(chinatsu, code)).rejects.toMatchObject(goneCode);
    await expect(type(nobody, code)).rejects.toMatchObject(goneCode);
  });

  test("lasts ten minutes, and is kept as hashes only", async () => {
    await ask(chinatsu);
    const { token, code } = await lastMailTo(database, chinatsu);
    const [row] = await database.asOwner<Record<string, unknown>>(
      "SELECT *, extract(epoch FROM expires_at - now())::int AS seconds FROM sign_ins",
    );
    expect(row?.seconds).toBeGreaterThan(590);
    expect(row?.seconds).toBeLessThanOrEqual(600);
    const kept = JSON.stringify(row, (_, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    );
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(browser);
  });

  test("loses its worth when another of the same address was used", async () => {
    await ask(chinatsu);
    const { token: older, code: olderCode } = await lastMailTo(database, chinatsu);
    await ask(chinatsu);
    const { code } = await lastMailTo(database, chinatsu);
    await type(chinatsu, code);
    await expect(press(older)).rejects.toThrow(Invalid);
    await expect(type(chinatsu, olderCode)).rejects.toThrow(Invalid);
  });

  test("two of one address, used at once, open one session and never lock each other", async () => {
    await ask(chinatsu);
    await ask(chinatsu);
    const [one, other] = await mailsTo(database, chinatsu);
    const results = await Promise.allSettled([one, other].map((mail) => press(mail?.token ?? "")));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a mailed code", () => {
  test("signs in with the address that it was mailed to, and with no other", async () => {
    await ask(chinatsu);
    const { code } = await lastMailTo(database, chinatsu);
    await expect(type("sakura@example.com", code)).rejects.toThrow(Invalid);
    const session = await findSession(await type(chinatsu, code));
    expect(session?.account.email).toBe(chinatsu);
  });

  test("of an older mail still works while nothing was used", async () => {
    await ask(chinatsu);
    const { code } = await lastMailTo(database, chinatsu);
    await ask(chinatsu);
    await expect(type(chinatsu, code)).resolves.toBeTypeOf("string");
  });
});

describe("an address without an account", () => {
  test("costs the same work and the same rows, and only its mailbox learns of it", async () => {
    const rowsAfter = async (email: string) => {
      await ask(email);
      const [counts] = await database.asOwner<Record<string, number>>(
        `SELECT (SELECT count(*) FROM sign_ins WHERE email = $1)::int AS sign_ins,
                (SELECT count(*) FROM mails WHERE "to" = $1)::int AS mails,
                (SELECT count(*) FROM pgboss.job WHERE data->>'mailId' IN (SELECT id::text FROM mails WHERE "to" = $1))::int AS jobs`,
        [email],
      );
      return counts;
    };
    expect(await rowsAfter("koji@example.com")).toEqual({ sign_ins: 1, mails: 1, jobs: 1 });
    expect(await rowsAfter(nobody)).toEqual({ sign_ins: 1, mails: 1, jobs: 1 });
    const mail = await lastMailTo(database, nobody);
    expect(mail).toMatchObject({ token: "", code: "" });
    expect(mail.text).toContain(nobody);
  });

  test("sends the database the same statements", async () => {
    const statementsFor = async (email: string) => {
      const query = vi.spyOn(pg.Client.prototype, "query");
      await ask(email);
      const said = query.mock.calls.map(([first]: unknown[]) => textOf(first));
      query.mockRestore();
      return said.sort();
    };
    await ask("yuki@example.com");
    const known = await statementsFor(chinatsu);
    expect(known.length).toBeGreaterThan(5);
    expect(await statementsFor(nobody)).toEqual(known);
  });

  test("cannot come in even by the code that nobody was told", async () => {
    await ask(nobody);
    const known = await import("#lib/auth/tokens.ts");
    const [row] = await database.asOwner<{ id: string }>("SELECT id FROM sign_ins");
    await database.asOwner("UPDATE sign_ins SET code_hash = $1", [
      Buffer.from(known.codeHash("123456", row?.id ?? "")),
    ]);
    await expect(type(nobody, "123456")).rejects.toThrow(Invalid);
  });

  test("is written to in the language of the page, an account in its own", async () => {
    await startSignIn({ email: nobody, locale: "en", address, browser });
    await startSignIn({ email: chinatsu, locale: "en", address, browser });
    expect((await lastMailTo(database, nobody)).subject).toBe("No Okaeri account under this address");
    expect((await lastMailTo(database, chinatsu)).subject).toBe("サインインのご案内（おかえり）");
  });
});

test("the link leads on to a path of this site, and to nothing else", async () => {
  await ask(chinatsu, "/c/aoba/chat?x=1");
  expect((await lastMailTo(database, chinatsu)).text).toContain("?next=%2Fc%2Faoba%2Fchat%3Fx%3D1");
  await ask(chinatsu, "//evil.example");
  expect((await lastMailTo(database, chinatsu)).text).not.toContain("evil");
});

function textOf(query: unknown): string {
  return typeof query === "object" && query && "text" in query ? String(query.text) : String(query);
}

/** Makes anyone who comes wait where they first write, so that all have come before one goes on. */
async function whileRowsAreHeld<T>(come: () => Promise<T>): Promise<T> {
  const holder = new pg.Client({ connectionString: database.ownerUrl });
  await holder.connect();
  await holder.query("BEGIN; SELECT FROM sign_ins FOR UPDATE");
  const coming = come();
  await new Promise((resolve) => setTimeout(resolve, 400));
  await holder.query("COMMIT");
  await holder.end();
  return coming;
}
