import { globSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import * as preferences from "#app/api/preferences/route.ts";
import * as push from "#app/api/push/route.ts";
import type { Account } from "#lib/auth/schema.ts";
import { root } from "#lib/launch/folders.ts";
import { listExports } from "#tests/architecture/imports.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, type Named, signIn } from "#tests/support/people.ts";
import { collectTenancy } from "./lists.ts";

let account: Account | null = null;
// Only Next has a request to read; whom it would find there is real.
vi.mock("#lib/auth/requests.ts", () => ({
  requireOwnOrigin: async () => {},
  findAccount: async () => account,
}));

const database = openTestDatabase();
const lists = await collectTenancy(database);
const ownRoutes = lists.flatMap(([, { ownRoutes = [] }]) => ownRoutes);
const memberRoutes = lists.flatMap(([, { routes = {} }]) => Object.entries(routes));

/** Of an account, in no company: about what is theirs. */
const accountRoutes: Record<string, () => Promise<Response>> = {
  "api/preferences/route.ts#POST": () =>
    preferences.POST(new Request("http://localhost/", { method: "POST", body: "{}" })),
  "api/push/route.ts#GET": () => push.GET(),
  "api/push/route.ts#POST": () => push.POST(new Request("http://localhost/", { method: "POST", body: "{}" })),
};
/** Open to everybody: what they give is nobody's, or asks for a key of its own, with tests of its own. */
const openRoutes = [
  "api/c/[company]/stop-mails/[token]/route.ts#GET",
  "api/c/[company]/stop-mails/[token]/route.ts#POST",
  "api/emoji/route.ts#GET",
  "api/health/route.ts#GET",
  "api/i/[token]/refuse/route.ts#GET",
  "api/i/[token]/refuse/route.ts#POST",
  "api/memberships/ended/route.ts#POST",
  "api/words/[locale]/[set]/[version]/route.ts#GET",
  "offline/route.ts#GET",
];
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

beforeAll(async () => {
  for (const [, { prepare }] of lists) await prepare?.();
});
afterEach(() => {
  account = null;
});

it("every route is on a list", () => {
  const found = globSync("app/**/route.{ts,tsx}", { cwd: root }).flatMap((file) =>
    listExports(root, file)
      .filter((name) => name === "*" || methods.includes(name))
      .map((name) => `${file.slice("app/".length)}#${name}`),
  );
  const listed = [...memberRoutes.map(([name]) => name), ...Object.keys(accountRoutes), ...openRoutes];
  expect(found.sort()).toEqual(listed.sort());
});

it.each(Object.entries(accountRoutes))("%s answers nobody who is signed out", async (_, ask) => {
  expect((await ask()).status).toBe(404);
});

describe.each(memberRoutes)("%s", (name, ask) => {
  it("answers the one whose it is", async () => {
    account = await accountOf("sakura");
    const response = await ask("aoba");
    await response.body?.cancel();
    expect(response.ok).toBe(true);
  });

  it("gives NotFound to nobody, and to another company's member, under either company", async () => {
    expect((await ask("aoba")).status).toBe(404);
    account = await accountOf("hannah");
    expect((await ask("aoba")).status).toBe(404);
    const { ok, status } = await ask("larkfield");
    if (ownRoutes.includes(name)) expect(ok).toBe(true);
    else expect(status).toBe(404);
  });

  it("gives NotFound to a member who has been suspended since, and to one whose session has expired", async () => {
    account = await accountOf("sakura");
    const expired = "UPDATE sessions SET expires_at = now() - interval '1 second' WHERE id = $1";
    await database.asOwner(expired, [account.sessionId]);
    expect((await ask("aoba")).status).toBe(404);
    account = await accountOf("kosaku");
    const kosaku = await memberIdOf(database, "kosaku", "aoba");
    await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [kosaku]);
    try {
      expect((await ask("aoba")).status).toBe(404);
    } finally {
      await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [kosaku]);
    }
  });
});

async function accountOf(name: Named): Promise<Account> {
  return (await signIn(database, name)).account;
}
