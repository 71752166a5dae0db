import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { endSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { findMessage, listMessagesAfter, listMessagesBefore, sendMessage } from "#lib/chat/messages.ts";
import { markRead } from "#lib/chat/read-marks.ts";
import {
  countUnread,
  findThread,
  listLatestThreads,
  listThreadIds,
  listThreads,
  openDirectThread,
} from "#lib/chat/threads.ts";
import { findCompany } from "#lib/companies/companies.ts";
import { NotFound } from "#lib/errors.ts";
import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { takeCensus } from "#lib/people/census.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { findPerson } from "#lib/people/people.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, signIn, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();

/** What belongs to Aoba, and to two of its members. */
const aoba = { memberId: "", threadId: "", number: 0 };

// Every exported domain function whose first argument is the viewer.
const calls: Record<string, (viewer: Viewer) => Promise<unknown>> = {
  "chat/messages#sendMessage": (viewer) =>
    sendMessage(viewer, { threadId: aoba.threadId, clientId: crypto.randomUUID(), text: "…" }),
  "chat/messages#findMessage": (viewer) => findMessage(viewer, aoba.threadId, aoba.number),
  "chat/messages#listMessagesAfter": (viewer) => listMessagesAfter(viewer, aoba.threadId, 0),
  "chat/messages#listMessagesBefore": (viewer) => listMessagesBefore(viewer, aoba.threadId),
  "chat/read-marks#markRead": (viewer) => markRead(viewer, aoba.threadId, aoba.number),
  "chat/threads#openDirectThread": (viewer) => openDirectThread(viewer, aoba.memberId),
  "chat/threads#findThread": (viewer) => findThread(viewer, aoba.threadId),
  "chat/threads#listThreads": (viewer) => listThreads(viewer),
  "chat/threads#listLatestThreads": (viewer) => listLatestThreads(viewer, [aoba.memberId]),
  "chat/threads#listThreadIds": (viewer) => listThreadIds(viewer),
  "chat/threads#countUnread": (viewer) => countUnread(viewer),
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
  "chat/threads#listThreads",
  "chat/threads#listLatestThreads",
  "chat/threads#listThreadIds",
  "chat/threads#countUnread",
  "companies/companies#findCompany",
  "feed/lines#listFeed",
  "feed/lines#countNewLines",
  "people/census#takeCensus",
  "people/directory#listDirectory",
];

// Exported for other rooms, and called with no viewer: by an account, by a transaction that has its scope, or pure.
const withoutViewer = [
  "chat/threads#requireThread",
  "companies/companies#listMemberships",
  "companies/companies#findCompanyDoors",
  "companies/founding#foundCompany",
  "companies/joining#joinNetwork",
  "feed/events#recordFeedEvent",
  "people/cards#findCards",
  "people/cards#toCard",
];

beforeAll(async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  aoba.memberId = await memberIdOf(database, "kosaku", "aoba");
  aoba.threadId = await openDirectThread(sakura, aoba.memberId);
  aoba.number = (
    await sendMessage(sakura, { threadId: aoba.threadId, clientId: crypto.randomUUID(), text: "…" })
  ).number;
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
    const told = JSON.stringify(await answer);
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
