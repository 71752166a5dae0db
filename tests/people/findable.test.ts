import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { findPeople } from "#lib/chat/people.ts";
import { listLatestThreads } from "#lib/chat/thread-list.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { NotFound } from "#lib/errors.ts";
import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { newId } from "#lib/ids.ts";
import { examineCounts } from "#lib/launch/doctor/counts.ts";
import { countMembers } from "#lib/people/census.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { saveVisibility } from "#lib/people/own-profile.ts";
import { findPerson } from "#lib/people/people.ts";
import { directoryQuerySchema } from "#lib/people/schema.ts";
import { withClient } from "#lib/pg-client.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { say, startGroup } from "#tests/chat/callers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let chinatsu: Viewer;
const sinceYesterday = { occurredAt: new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString(), id: newId() };

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  chinatsu = await viewerOf(database, "chinatsu", "aoba");
  await database.asOwner("DELETE FROM chat_blocks");
  // Both have just come.
  await database.asOwner("UPDATE members SET joined_at = now() WHERE id = ANY ($1)", [
    [kosaku.memberId, sakura.memberId],
  ]);
  for (const { memberId } of [kosaku, sakura])
    await database.asOwner(
      `INSERT INTO feed_events (company_id, id, kind, member_id, occurred_at) VALUES ($1, $2, 'JOINED', $3, now())`,
      [sakura.companyId, newId(), memberId],
    );
});

/** Where a viewer finds somebody, called so, of that kind. */
async function placesOf(viewer: Viewer, found: Viewer, name: string): Promise<Record<string, boolean>> {
  const has = (answer: unknown) => JSON.stringify(answer).includes(found.memberId);
  const ask = (query: object) => listDirectory(viewer, directoryQuerySchema.parse(query));
  return {
    directory: has(await ask({ from: name })),
    "directory of a kind": has(await ask({ from: name, kind: found.kind })),
    search: has(await ask({ q: name })),
    palette: has(await findPeople(viewer, name)),
    feed: has(await listFeed(viewer, feedLoaders, undefined)),
    page: await findPerson(viewer, found.memberId).then(
      () => true,
      (error) => {
        if (error instanceof NotFound) return false;
        throw error;
      },
    ),
  };
}

const everywhere = (found: boolean) => ({
  directory: found,
  "directory of a kind": found,
  search: found,
  palette: found,
  feed: found,
  page: found,
});

/** What a viewer is told of how many there are. */
async function countsOf(viewer: Viewer): Promise<number[]> {
  const { alumni, employees, joinedRecently } = await countMembers(viewer);
  const all = await listDirectory(viewer, directoryQuerySchema.parse({}));
  const found = await listDirectory(viewer, directoryQuerySchema.parse({ q: "たかはし" }));
  return [
    alumni + employees,
    joinedRecently,
    all.total,
    found.total,
    await countNewLines(viewer, sinceYesterday),
  ];
}

describe("a block", () => {
  beforeEach(async () => {
    await database.asOwner("DELETE FROM chat_blocks");
  });

  it("hides each of the two from the other, wherever people are found, and nobody else", async () => {
    expect(await placesOf(sakura, kosaku, "たかはし")).toEqual(everywhere(true));
    await blockMember(kosaku, sakura.memberId);
    expect(await placesOf(sakura, kosaku, "たかはし")).toEqual(everywhere(false));
    expect(await placesOf(kosaku, sakura, "おおの")).toEqual(everywhere(false));
    expect(await placesOf(chinatsu, kosaku, "たかはし")).toEqual(everywhere(true));
    expect(await placesOf(chinatsu, sakura, "おおの")).toEqual(everywhere(true));
    await unblockMember(kosaku, sakura.memberId);
    expect(await placesOf(sakura, kosaku, "たかはし")).toEqual(everywhere(true));
  });

  it("takes one from every count that the other is told", async () => {
    const [hers, others] = [await countsOf(sakura), await countsOf(chinatsu)];
    await blockMember(kosaku, sakura.memberId);
    expect(await countsOf(sakura)).toEqual(hers.map((count) => count - 1));
    expect(await countsOf(chinatsu)).toEqual(others);
  });

  it("looks to the blocked like somebody who is not there", async () => {
    await blockMember(kosaku, sakura.memberId);
    const nobody = crypto.randomUUID();
    for (const id of [kosaku.memberId, nobody])
      await expect(findPerson(sakura, id)).rejects.toThrow(new NotFound());
  });

  it("goes on naming those of a group that both are in", async () => {
    const group = await startGroup(database, null, sakura, [kosaku, chinatsu]);
    await say(kosaku, group, "皆さん");
    await blockMember(kosaku, sakura.memberId);
    const { participants } = await findThread(sakura, group);
    expect(participants.map(({ person }) => person.memberId)).toContain(chinatsu.memberId);
  });
});

describe("one who does not want to be listed", () => {
  it("is found by nobody but those in a conversation with them, and counted by nobody", async () => {
    await database.asOwner("DELETE FROM chat_blocks");
    const stranger = await viewerOf(database, "koji", "aoba");
    const before = await countsOf(stranger);
    await saveVisibility(kosaku, { unlisted: true });
    expect(await placesOf(stranger, kosaku, "たかはし")).toEqual(everywhere(false));
    expect(await countsOf(stranger)).toEqual(before.map((count) => count - 1));
    expect(await withClient(database.ownerUrl, examineCounts)).toMatchObject([{ state: "ok" }]);
    // They still find themself, and are who they were for whom they talk with.
    expect((await findPerson(kosaku, kosaku.memberId)).memberId).toBe(kosaku.memberId);
    const threadId = await openDirectThread(kosaku, stranger.memberId);
    await say(kosaku, threadId, "ごぶさたしています");
    await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [threadId]);
    expect(await placesOf(stranger, kosaku, "たかはし")).toEqual({
      ...everywhere(true),
      directory: false,
      "directory of a kind": false,
      feed: false,
    });
    expect(JSON.stringify(await listLatestThreads(stranger))).toContain(kosaku.memberId);
    await saveVisibility(kosaku, { unlisted: false });
    expect(await placesOf(await viewerOf(database, "yuki", "aoba"), kosaku, "たかはし")).toEqual(
      everywhere(true),
    );
    expect(await countsOf(stranger)).toEqual(before);
  });
});
