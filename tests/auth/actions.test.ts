import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { sendMessageAction } from "#app/c/[company]/chat/frame-actions.ts";
import { accountAction, viewerAction } from "#lib/auth/actions.ts";
import type { Account } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { listMessagesBefore } from "#lib/chat/messages.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, signIn } from "#tests/support/people.ts";

let account: Account;
// Only Next has a request to read; whom it would find there is real.
vi.mock("#lib/auth/requests.ts", () => ({
  requireOwnOrigin: async () => {},
  findAccount: async () => account,
}));
// As Next's bundler takes it for the server.
vi.mock("next/navigation", () => import("next/dist/client/components/navigation.react-server.js"));

const database = openTestDatabase();
const whoAmI = viewerAction(z.null(), async ({ memberId }) => memberId);
const whoIsIt = accountAction(z.null(), async ({ email }) => email);
const tooMany = { ok: false, code: "too-many", retryAfter: 1 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("what one user asks by actions is counted, in all their companies, whether it is refused or not; another's is not", async () => {
  const koji = (await signIn(database, "koji")).account;
  account = (await signIn(database, "chinatsu")).account;
  for (let asked = 0; asked < 40; asked++) {
    expect(await whoAmI("aoba", null)).toMatchObject({ ok: true });
    expect(await whoAmI("nowhere", null)).toEqual({ ok: false, code: "not-found" });
    expect(await whoIsIt(null)).toMatchObject({ ok: true });
  }
  expect(await whoAmI("aoba", null)).toEqual(tooMany);
  expect(await whoAmI("larkfield", null)).toEqual(tooMany);
  expect(await whoIsIt(null)).toEqual(tooMany);
  const again = (await signIn(database, "chinatsu")).account;
  account = koji;
  expect(await whoIsIt(null)).toMatchObject({ ok: true });
  account = again;
  expect(await whoIsIt(null)).toEqual(tooMany);
  vi.advanceTimersByTime(1_000);
  for (let asked = 0; asked < 30; asked++) expect(await whoIsIt(null)).toMatchObject({ ok: true });
  expect(await whoIsIt(null)).toEqual(tooMany);
});

test("messages sent by an action are counted as those of the socket are; one that was refused is sent later", async () => {
  account = (await signIn(database, "sakura")).account;
  const sakura = await findViewer(account, "aoba");
  const threadId = await openDirectThread(sakura, await memberIdOf(database, "kosaku", "aoba"));
  const { lines } = await listMessagesBefore(sakura, threadId);
  const before = lines.at(-1)?.number ?? 0;
  const message = (text: string) => ({ threadId, clientId: crypto.randomUUID(), text });
  for (let sent = 1; sent <= 30; sent++)
    expect(await sendMessageAction("aoba", message(`${sent}`))).toMatchObject({
      ok: true,
      data: { number: before + sent },
    });
  const late = message("31");
  expect(await sendMessageAction("aoba", late)).toEqual(tooMany);
  vi.advanceTimersByTime(1_000);
  expect(await sendMessageAction("aoba", late)).toMatchObject({ ok: true, data: { number: before + 31 } });
});
