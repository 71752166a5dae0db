import { beforeAll, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { listLatestThreads, openDirectThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
const ids = { kosaku: "", chinatsu: "", yuki: "" };

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  for (const name of ["kosaku", "chinatsu", "yuki"] as const) {
    ids[name] = await memberIdOf(database, name, "aoba");
    const threadId = await openDirectThread(sakura, ids[name]);
    await sendMessage(sakura, { threadId, clientId: crypto.randomUUID(), text: "…" });
  }
});

const others = async (memberIds?: string[], by = sakura) =>
  (await listLatestThreads(by, memberIds)).map(({ person }) => person.memberId);

it("lists the newest message first, five at most", async () => {
  const latest = await others();
  expect(latest.slice(0, 3)).toEqual([ids.yuki, ids.chinatsu, ids.kosaku]);
  expect(latest.length).toBeLessThanOrEqual(5);
});

it("lists those with the members that are named, and no others for oneself or for nobody", async () => {
  expect(await others([ids.kosaku, ids.yuki])).toEqual([ids.yuki, ids.kosaku]);
  expect(await others([sakura.memberId])).toEqual([]);
  expect(await others([])).toEqual([]);
});

it("counts what the viewer has not read", async () => {
  const kosaku = await viewerOf(database, "kosaku", "aoba");
  const unread = async (by: Viewer, other: string) => (await listLatestThreads(by, [other]))[0]?.unread;
  const before = (await unread(kosaku, sakura.memberId)) ?? 0;
  const threadId = await openDirectThread(sakura, ids.kosaku);
  await sendMessage(sakura, { threadId, clientId: crypto.randomUUID(), text: "…" });
  expect(await unread(kosaku, sakura.memberId)).toBe(before + 1);
  expect(await unread(sakura, ids.kosaku)).toBe(0);
});
