import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { endSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { blockMember, listBlocked, unblockMember } from "#lib/chat/blocks.ts";
import { deleteMessage, editMessage, setReaction } from "#lib/chat/changes.ts";
import { addFile, findFile, openFile, openPreview, removeFile } from "#lib/chat/files.ts";
import {
  addToGroup,
  createGroup,
  findGroupByLink,
  joinGroup,
  leaveGroup,
  removeFromGroup,
  renameGroup,
  setGroupPicture,
  setGroupRole,
  setJoinLink,
} from "#lib/chat/groups.ts";
import {
  findConversation,
  findLine,
  listChanges,
  listMessagesAround,
  listMessagesBefore,
  sendMessage,
} from "#lib/chat/messages.ts";
import { archiveThread, markRead, muteThread, pinThread } from "#lib/chat/places.ts";
import { findChatPreferences, saveChatPreferences } from "#lib/chat/preferences.ts";
import { answerRequest, findRequest } from "#lib/chat/requests.ts";
import { searchMessages } from "#lib/chat/search.ts";
import { countUnread, listLatestThreads, listThreads } from "#lib/chat/thread-list.ts";
import { findThread, openDirectThread } from "#lib/chat/threads.ts";
import { findCompany } from "#lib/companies/companies.ts";
import { NotFound } from "#lib/errors.ts";
import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { takeCensus } from "#lib/people/census.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { findPerson } from "#lib/people/people.ts";
import { strangersOf } from "#tests/chat/strangers.ts";
import { bodyOf } from "#tests/files/uploads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, signIn, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();

/** What belongs to Aoba, and to two of its members. */
const aoba = { memberId: "", threadId: "", number: 0, deleted: 0, fileId: "" };

// Every exported domain function whose first argument is the viewer.
const calls: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  "chat/blocks#blockMember": (viewer) => withRequest(({ askerId }) => blockMember(viewer, askerId)),
  "chat/blocks#listBlocked": (viewer) => listBlocked(viewer),
  "chat/blocks#unblockMember": (viewer) =>
    withRequest(async ({ askerId }) => {
      await blockMember(await viewerOf(database, "sakura", "aoba"), askerId);
      return unblockMember(viewer, askerId);
    }),
  "chat/changes#deleteMessage": (viewer) =>
    deleteMessage(viewer, { threadId: aoba.threadId, number: aoba.deleted }),
  "chat/changes#editMessage": (viewer) =>
    editMessage(viewer, { threadId: aoba.threadId, number: aoba.number, text: "……", mentions: [] }),
  "chat/changes#setReaction": (viewer) =>
    setReaction(viewer, { threadId: aoba.threadId, number: aoba.number, emoji: "👍", on: true }),
  "chat/files#addFile": (viewer) => addFile(viewer, aoba.threadId, picture()),
  "chat/files#findFile": (viewer) => findFile(viewer, aoba.threadId, aoba.fileId),
  "chat/files#openFile": async (viewer) => (await openFile(viewer, aoba.threadId, aoba.fileId)).body.cancel(),
  "chat/files#openPreview": async (viewer) =>
    (await openPreview(viewer, aoba.threadId, aoba.fileId, "preview")).body.cancel(),
  "chat/files#removeFile": async (viewer) => removeFile(viewer, aoba.threadId, await giveFile()),
  "chat/groups#addToGroup": (viewer) => withGroup((group) => addToGroup(viewer, group, [viewer.memberId])),
  "chat/groups#createGroup": (viewer) => createGroup(viewer, { name: "会", memberIds: [aoba.memberId] }),
  "chat/groups#findGroupByLink": (viewer) => withLink((token) => findGroupByLink(viewer, token)),
  "chat/groups#joinGroup": (viewer) => withLink((token) => joinGroup(viewer, token)),
  "chat/groups#leaveGroup": (viewer) => withGroup((group) => leaveGroup(viewer, group)),
  "chat/groups#removeFromGroup": (viewer) =>
    withGroup((group) => removeFromGroup(viewer, group, aoba.memberId)),
  "chat/groups#renameGroup": (viewer) => withGroup((group) => renameGroup(viewer, group, "輪")),
  "chat/groups#setGroupPicture": (viewer) => withGroup((group) => setGroupPicture(viewer, group, null)),
  "chat/groups#setGroupRole": (viewer) =>
    withGroup((group) => setGroupRole(viewer, group, aoba.memberId, "ADMIN")),
  "chat/groups#setJoinLink": (viewer) => withGroup((group) => setJoinLink(viewer, group, true)),
  "chat/messages#sendMessage": (viewer) => say(viewer),
  "chat/messages#findConversation": (viewer) => findConversation(viewer, aoba.threadId),
  "chat/messages#findLine": (viewer) => findLine(viewer, aoba.threadId, aoba.number),
  "chat/messages#listChanges": (viewer) => listChanges(viewer, aoba.threadId, 0),
  "chat/messages#listMessagesAround": (viewer) => listMessagesAround(viewer, aoba.threadId, aoba.number),
  "chat/messages#listMessagesBefore": (viewer) => listMessagesBefore(viewer, aoba.threadId),
  "chat/preferences#findChatPreferences": (viewer) => findChatPreferences(viewer),
  "chat/preferences#saveChatPreferences": (viewer) => saveChatPreferences(viewer, { mailAfterMinutes: 60 }),
  "chat/places#archiveThread": (viewer) => archiveThread(viewer, aoba.threadId, false),
  "chat/places#markRead": (viewer) => markRead(viewer, aoba.threadId, aoba.number),
  "chat/places#muteThread": (viewer) => muteThread(viewer, aoba.threadId, false),
  "chat/places#pinThread": (viewer) => pinThread(viewer, aoba.threadId, false),
  "chat/requests#answerRequest": (viewer) =>
    withRequest(({ threadId }) => answerRequest(viewer, threadId, true)),
  "chat/requests#findRequest": (viewer) => withRequest(({ threadId }) => findRequest(viewer, threadId)),
  "chat/search#searchMessages": (viewer) => searchMessages(viewer, { q: "…", threadId: aoba.threadId }),
  "chat/threads#openDirectThread": (viewer) => openDirectThread(viewer, aoba.memberId),
  "chat/threads#findThread": (viewer) => findThread(viewer, aoba.threadId),
  "chat/thread-list#countUnread": (viewer) => countUnread(viewer),
  "chat/thread-list#listLatestThreads": (viewer) =>
    listLatestThreads(viewer, { memberIds: [aoba.memberId], name: "の" }),
  "chat/thread-list#listThreads": (viewer) => listThreads(viewer),
  "companies/companies#findCompany": (viewer) => findCompany(viewer),
  "feed/lines#listFeed": (viewer) => listFeed(viewer, undefined),
  "feed/lines#countNewLines": (viewer) => countNewLines(viewer, undefined),
  "people/census#takeCensus": (viewer) => takeCensus(viewer),
  "people/directory#listDirectory": (viewer) =>
    listDirectory(viewer, { q: "", kind: undefined, after: undefined }),
  "people/people#findPerson": (viewer) => findPerson(viewer, aoba.memberId),
};

// Those that take no id, or only choose by it: asked by a member of another company, they answer with that company's own.
const ownAnswers = [
  "chat/blocks#listBlocked",
  "chat/preferences#findChatPreferences",
  "chat/preferences#saveChatPreferences",
  "chat/thread-list#countUnread",
  "chat/thread-list#listLatestThreads",
  "chat/thread-list#listThreads",
  "companies/companies#findCompany",
  "feed/lines#listFeed",
  "feed/lines#countNewLines",
  "people/census#takeCensus",
  "people/directory#listDirectory",
];

// Exported for other rooms, and called with no viewer: by an account, by the worker, by a transaction that has its scope, or pure.
const withoutViewer = [
  "chat/asking#countAsked",
  "chat/calls#callCount",
  "chat/calls#callTitle",
  "chat/calls#callWords",
  "chat/calls#threadPath",
  "chat/digests#mailDueDigests",
  "chat/held#mustHold",
  "chat/pushes#sendDuePushes",
  "chat/lines#toLines",
  "chat/notices#writeNotice",
  "chat/places#listSeen",
  "chat/sending#commitMessage",
  "chat/sending#plainLine",
  "chat/sending#setSentListener",
  "chat/stopping#stopMails",
  "chat/stopping#stopToken",
  "chat/thread-list#findThreadNames",
  "chat/threads#describeThread",
  "chat/threads#requireThread",
  "companies/companies#listMemberships",
  "companies/companies#findCompanyDoors",
  "companies/founding#foundCompany",
  "companies/joining#joinNetwork",
  "feed/events#recordFeedEvent",
  "people/cards#findCards",
  "people/cards#toCard",
  "people/search-docs#putOwnSearchDocs",
  "people/visible#findOwnProfileAs",
  "people/visible#findVisible",
];

/** A GIF of one pixel. */
const picture = () => ({
  name: "a.gif",
  body: bodyOf(Buffer.from("R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==", "base64")),
});

/** A file of one of the two, who has not sent it yet. */
async function giveFile(): Promise<string> {
  return (await addFile(await viewerOf(database, "sakura", "aoba"), aoba.threadId, picture())).id;
}

/** A new group of the two, whose admin the one is. */
async function withGroup<T>(work: (threadId: string) => Promise<T>): Promise<T> {
  const sakura = await viewerOf(database, "sakura", "aoba");
  return work(await createGroup(sakura, { name: null, memberIds: [aoba.memberId] }));
}

async function withLink<T>(work: (token: string) => Promise<T>): Promise<T> {
  const sakura = await viewerOf(database, "sakura", "aoba");
  return withGroup(async (threadId) => work((await setJoinLink(sakura, threadId, true)) ?? ""));
}

/** A stranger's new request to the one. */
async function withRequest<T>(
  work: (request: { threadId: string; askerId: string }) => Promise<T>,
): Promise<T> {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const [asker] = await strangersOf(database, sakura, 1);
  if (!asker) throw new Error("there are no strangers");
  const threadId = await openDirectThread(asker, sakura.memberId);
  return work({ threadId, askerId: asker.memberId });
}

async function say(viewer: Viewer): Promise<number> {
  const words = { text: "…", mentions: [], files: [] };
  return (await sendMessage(viewer, { threadId: aoba.threadId, clientId: crypto.randomUUID(), ...words }))
    .number;
}

beforeAll(async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  aoba.memberId = await memberIdOf(database, "kosaku", "aoba");
  aoba.threadId = await openDirectThread(sakura, aoba.memberId);
  aoba.number = await say(sakura);
  aoba.deleted = await say(sakura);
  aoba.fileId = await giveFile();
});

it("every exported domain function is on one of the lists above", async () => {
  // What runs in a browser too holds no query.
  const files = globSync("lib/{companies,people,feed,chat}/*.ts").filter((file) =>
    readFileSync(file, "utf8").includes('"server-only"'),
  );
  const exported = await Promise.all(
    files.map(async (file) => {
      const room = file.slice("lib/".length, -".ts".length);
      const names = Object.entries(await import(resolve(file))).filter(
        ([, value]) => typeof value === "function",
      );
      return names.map(([name]) => `${room}#${name}`);
    }),
  );
  expect(exported.flat().sort()).toEqual([...Object.keys(calls), ...withoutViewer].sort());
});

describe.each(Object.entries(calls))("%s", (name, call) => {
  it("answers the one whose it is", async () => {
    await expect(call(await viewerOf(database, "sakura", "aoba"))).resolves.not.toThrow();
  });

  it("gives another company's member NotFound, or their own company's", async () => {
    const answer = call(await viewerOf(database, "hannah", "larkfield"));
    if (!ownAnswers.includes(name)) return expect(answer).rejects.toThrow(NotFound);
    const ids = await database.asOwner<{ id: string }>(
      "SELECT id FROM members WHERE company_id = (SELECT id FROM companies WHERE slug = 'aoba') UNION SELECT id FROM chat_threads WHERE company_id = (SELECT id FROM companies WHERE slug = 'aoba')",
    );
    const told = JSON.stringify((await answer) ?? null);
    expect(ids.filter(({ id }) => told.includes(id))).toEqual([]);
    expect(told).not.toContain("青葉");
  });

  it("gives NotFound to another company's member who says to be of this one", async () => {
    const hannah = await viewerOf(database, "hannah", "larkfield");
    const { companyId } = await viewerOf(database, "sakura", "aoba");
    await expect(call({ ...hannah, companyId })).rejects.toThrow(NotFound);
  });

  it("gives NotFound to a viewer who has been suspended since", async () => {
    const koji = await viewerOf(database, "koji", "aoba");
    await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [koji.memberId]);
    try {
      await expect(call(koji)).rejects.toThrow(NotFound);
    } finally {
      await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [koji.memberId]);
    }
  });

  it("gives NotFound to a viewer who has signed out since", async () => {
    const { account } = await signIn(database, "sakura");
    const viewer = await findViewer(account, "aoba");
    await endSession(account, account.sessionId);
    await expect(call(viewer)).rejects.toThrow(NotFound);
  });

  it("gives NotFound to a viewer with another's session", async () => {
    const sakura = await viewerOf(database, "sakura", "aoba");
    const { sessionId } = await viewerOf(database, "yuki", "aoba");
    await expect(call({ ...sakura, sessionId })).rejects.toThrow(NotFound);
  });
});

describe("findViewer", () => {
  const cases: [string, Parameters<typeof signIn>[1], string][] = [
    ["another company's member", "hannah", "aoba"],
    ["a suspended member", "tsuyoshi", "aoba"],
    ["somebody who was invited and has not joined", "shiori", "aoba"],
    ["anybody, for a company that is not there", "sakura", "nowhere"],
  ];
  it.each(cases)("gives NotFound to %s", async (_, name, slug) => {
    const { account } = await signIn(database, name);
    await expect(findViewer(account, slug)).rejects.toThrow(NotFound);
  });

  it("gives NotFound to everybody while the company is suspended", async () => {
    const { account }: { account: Account } = await signIn(database, "hannah");
    await database.asOwner("UPDATE companies SET status = 'SUSPENDED' WHERE slug = 'larkfield'");
    try {
      await expect(findViewer(account, "larkfield")).rejects.toThrow(NotFound);
    } finally {
      await database.asOwner("UPDATE companies SET status = 'ACTIVE' WHERE slug = 'larkfield'");
    }
  });

  it("knows one account in two companies as two members", async () => {
    const { account } = await signIn(database, "chinatsu");
    const [aobaViewer, larkfieldViewer] = [
      await findViewer(account, "aoba"),
      await findViewer(account, "larkfield"),
    ];
    expect([aobaViewer.kind, larkfieldViewer.kind]).toEqual(["ALUMNUS", "EMPLOYEE"]);
    expect(aobaViewer.memberId).not.toBe(larkfieldViewer.memberId);
  });
});
