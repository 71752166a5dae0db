import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { createGroup } from "#lib/chat/groups.ts";
import { findPeople } from "#lib/chat/people.ts";
import { listLatestThreads } from "#lib/chat/thread-list.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { NotFound } from "#lib/errors.ts";
import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { newId } from "#lib/ids.ts";
import { examineCounts } from "#lib/launch/doctor/counts.ts";
import { countMembers } from "#lib/people/census.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findPerson } from "#lib/people/people.ts";
import { withClient } from "#lib/pg-client.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { say, startGroup } from "#tests/chat/callers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { addNewcomer } from "./newcomers.ts";

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
  // Nobody is in a group with anybody, and these two have nothing to do with each other.
  await database.asOwner("DELETE FROM chat_participants");
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

  it("leaves the blocked the page of whom they go on reading in a group, and nobody theirs", async () => {
    const group = await startGroup(database, null, sakura, [kosaku, chinatsu]);
    await blockMember(kosaku, sakura.memberId);
    await expect(findPerson(sakura, kosaku.memberId)).rejects.toThrow(NotFound);
    await say(kosaku, group, "皆さん");
    // A name there that led nowhere would tell the blocked of it.
    expect((await findPerson(sakura, kosaku.memberId)).memberId).toBe(kosaku.memberId);
    await expect(findPerson(kosaku, sakura.memberId)).rejects.toThrow(NotFound);
    await database.asOwner("DELETE FROM chat_participants WHERE thread_id = $1", [group]);
  });
});

describe("one who does not want to be listed", () => {
  let colleague: Viewer;

  beforeEach(async () => {
    await database.asOwner("DELETE FROM chat_blocks");
    await database.asOwner("DELETE FROM chat_participants");
    colleague = await viewerOf(database, "koji", "aoba");
    await database.asOwner(
      "UPDATE profiles SET joined_on = '2000-04-01', left_on = NULL WHERE member_id = ANY ($1)",
      [[kosaku.memberId, colleague.memberId]],
    );
    await saveVisibility(kosaku, { unlisted: false });
  });

  it("is found and counted by nobody, and finds themself", async () => {
    const before = await countsOf(colleague);
    await saveVisibility(kosaku, { unlisted: true });
    expect(await placesOf(colleague, kosaku, "たかはし")).toEqual(everywhere(false));
    expect(await countsOf(colleague)).toEqual(before.map((count) => count - 1));
    expect(await withClient(database.ownerUrl, examineCounts)).toMatchObject(Array(3).fill({ state: "ok" }));
    expect((await findPerson(kosaku, kosaku.memberId)).memberId).toBe(kosaku.memberId);
    await saveVisibility(kosaku, { unlisted: false });
    expect(await placesOf(colleague, kosaku, "たかはし")).toEqual(everywhere(true));
    expect(await countsOf(colleague)).toEqual(before);
  });

  it("is nobody to whom one has only the id of, a colleague too", async () => {
    await saveVisibility(kosaku, { unlisted: true });
    await expect(openDirectThread(colleague, kosaku.memberId)).rejects.toThrow(NotFound);
    await expect(createGroup(colleague, { name: null, memberIds: [kosaku.memberId] })).rejects.toThrow(
      NotFound,
    );
    const watched = "SELECT watchable_members($1::uuid[]) AS id";
    expect(await database.asViewer(colleague, watched, [[kosaku.memberId]])).toEqual([]);
  });

  it("is found by those with whom they talk, as they were", async () => {
    const threadId = await openDirectThread(kosaku, colleague.memberId);
    await saveVisibility(kosaku, { unlisted: true });
    // Nothing was said yet.
    expect(await placesOf(colleague, kosaku, "たかはし")).toEqual(everywhere(false));
    await say(kosaku, threadId, "ごぶさたしています");
    expect(await placesOf(colleague, kosaku, "たかはし")).toEqual({
      ...everywhere(true),
      directory: false,
      "directory of a kind": false,
      feed: false,
    });
    expect(JSON.stringify(await listLatestThreads(colleague))).toContain(kosaku.memberId);
    expect(await openDirectThread(colleague, kosaku.memberId)).toBe(threadId);
  });
});

describe("a search that only one who is hidden answers", () => {
  it("goes on to those who sound so, as if they were not there", async () => {
    // Found by its voiceless reading where nobody else is.
    await addNewcomer(database, "aoba", {
      familyName: "鷺崎",
      givenName: "環",
      familyNameKana: "さぎざき",
      givenNameKana: "たまき",
    });
    await saveVisibility(kosaku, { unlisted: false });
    const { sections } = await findOwnProfile(kosaku);
    const names = { ...sections.names, familyName: "鷺先", familyNameKana: "さぎさき" };
    await writeSection(kosaku, { section: "names", before: sections.names, after: names });
    const ask = () => listDirectory(chinatsu, directoryQuerySchema.parse({ q: "さぎさき" }));
    expect((await ask()).people.map(({ displayName }) => displayName)).toEqual(["鷺先 耕作"]);
    await saveVisibility(kosaku, { unlisted: true });
    expect((await ask()).people.map(({ displayName }) => displayName)).toEqual(["鷺崎 環"]);
    await saveVisibility(kosaku, { unlisted: false });
    await blockMember(kosaku, chinatsu.memberId);
    expect((await ask()).people.map(({ displayName }) => displayName)).toEqual(["鷺崎 環"]);
  });
});
