import { beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { addToGroup, createGroup } from "#lib/chat/groups.ts";
import { listThreads } from "#lib/chat/thread-list.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { Invalid } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { strangersOf } from "./strangers.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let strangers: string[];

beforeEach(async () => {
  await database.asOwner("DELETE FROM rate_limits");
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  strangers = (await strangersOf(database, sakura, 33)).map(({ memberId }) => memberId);
});

const refused = (asking: Promise<unknown>) =>
  expect(asking).rejects.toMatchObject({
    constructor: Invalid,
    fields: { memberIds: "chat-strangers" },
  });

test("a member asks thirty strangers a day to talk; anyone who is known is not counted, nor who is asked again", async () => {
  const threads: string[] = [];
  for (const memberId of strangers.slice(0, 30)) threads.push(await openDirectThread(sakura, memberId));
  expect(await openDirectThread(sakura, strangers[0] ?? "")).toBe(threads[0]);
  const before = await listThreads(sakura);
  await refused(openDirectThread(sakura, strangers[31] ?? ""));
  expect(await listThreads(sakura)).toEqual(before);
  expect(await openDirectThread(sakura, strangers[0] ?? "")).toBe(threads[0]);
  await openDirectThread(sakura, kosaku.memberId);
  const koji = await viewerOf(database, "koji", "aoba");
  const [other] = await strangersOf(database, koji, 1);
  await openDirectThread(koji, other?.memberId ?? "");
  await database.asOwner("UPDATE rate_limits SET expires_at = expires_at - interval '24 hours'");
  await openDirectThread(sakura, strangers[31] ?? "");
});

test("into groups a thousand; then nobody of them is asked, and no group made", async () => {
  const group = await createGroup(sakura, {
    name: "会",
    memberIds: [kosaku.memberId, ...strangers.slice(0, 10)],
  });
  await database.asOwner("UPDATE rate_limits SET count = 995");
  await refused(addToGroup(sakura, group, strangers.slice(10, 16)));
  expect(await addToGroup(sakura, group, strangers.slice(10, 15))).toHaveLength(5);
  const before = await listThreads(sakura);
  await refused(createGroup(sakura, { name: "別の会", memberIds: [kosaku.memberId, strangers[16] ?? ""] }));
  expect(await listThreads(sakura)).toEqual(before);
  await createGroup(sakura, { name: "知り合い", memberIds: [kosaku.memberId] });
  await openDirectThread(sakura, strangers[17] ?? "");
});
