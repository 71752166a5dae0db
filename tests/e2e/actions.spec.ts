import { readFileSync } from "node:fs";
import { type APIRequestContext, expect } from "@playwright/test";
import { openAs, requestAs, test } from "./support.ts";

type Entry = { exportedName?: string; filename?: string };
type Call = { path: string; args: unknown[]; form?: Record<string, string> };

// Every server action of the build, by name. A new one is on one of these lists, or the first test fails.
const manifest: { node: Record<string, Entry> } = JSON.parse(
  readFileSync(".next/server/server-reference-manifest.json", "utf8"),
);
const actions = new Map(
  Object.entries(manifest.node).map(([id, { exportedName = "" }]) => [exportedName, id]),
);

/** `number`: of a message of the member's own. The group is the member's, a friend is in it, and `token` lets others in. */
type Ids = {
  memberId: string;
  threadId: string;
  number: number;
  friendId: string;
  groupId: string;
  token: string;
};

/** Actions of a member; `ids` are of Aoba. */
const memberActions: Record<string, (ids: Ids) => Call> = {
  openThreadAction: ({ memberId }) => ({ path: "chat", args: ["aoba", { memberId }] }),
  sendMessageAction: ({ threadId }) => ({
    path: "chat",
    args: ["aoba", { threadId, clientId: crypto.randomUUID(), text: "…" }],
  }),
  syncThreadAction: ({ threadId }) => ({ path: "chat", args: ["aoba", { threadId, after: 0 }] }),
  listOlderMessagesAction: ({ threadId }) => ({ path: "chat", args: ["aoba", { threadId, before: 9 }] }),
  listMessagesAroundAction: ({ threadId }) => ({ path: "chat", args: ["aoba", { threadId, number: 1 }] }),
  countUnreadAction: () => ({ path: "chat", args: ["aoba", null] }),
  searchMessagesAction: ({ threadId }) => ({ path: "chat", args: ["aoba", { q: "お元気", threadId }] }),
  setReactionAction: ({ threadId, number }) => ({
    path: "chat",
    args: ["aoba", { threadId, number, emoji: "👍", on: true }],
  }),
  editMessageAction: ({ threadId, number }) => ({
    path: "chat",
    args: ["aoba", { threadId, number, text: "……" }],
  }),
  deleteMessageAction: ({ threadId, number }) => ({ path: "chat", args: ["aoba", { threadId, number }] }),
  listThreadsAction: () => ({ path: "chat", args: ["aoba", null] }),
  findInCompanyAction: () => ({ path: "feed", args: ["aoba", { q: "たかはし" }] }),
  startThreadAction: ({ memberId }) => ({
    path: "chat",
    args: ["aoba", { name: null, memberIds: [memberId] }],
  }),
  addToGroupAction: ({ groupId, memberId }) => ({
    path: "chat",
    args: ["aoba", { threadId: groupId, memberIds: [memberId] }],
  }),
  renameGroupAction: ({ groupId }) => ({ path: "chat", args: ["aoba", { threadId: groupId, name: "輪" }] }),
  setGroupPictureAction: ({ groupId }) => ({
    path: "chat",
    args: ["aoba", { threadId: groupId, fileId: null }],
  }),
  joinGroupAction: ({ token }) => ({ path: "chat", args: ["aoba", { token }] }),
  setJoinLinkAction: ({ groupId }) => ({ path: "chat", args: ["aoba", { threadId: groupId, on: false }] }),
  setGroupRoleAction: ({ groupId, friendId }) => ({
    path: "chat",
    args: ["aoba", { threadId: groupId, memberId: friendId, role: "ADMIN" }],
  }),
  removeFromGroupAction: ({ groupId, friendId }) => ({
    path: "chat",
    args: ["aoba", { threadId: groupId, memberId: friendId }],
  }),
  leaveGroupAction: ({ groupId }) => ({ path: "chat", args: ["aoba", { threadId: groupId }] }),
  blockMemberAction: ({ memberId }) => ({ path: "chat", args: ["aoba", { memberId }] }),
  unblockMemberAction: ({ memberId }) => ({ path: "chat", args: ["aoba", { memberId }] }),
  markReadAction: ({ threadId }) => ({ path: "chat", args: ["aoba", { threadId, number: 1 }] }),
  muteThreadAction: ({ threadId }) => ({ path: "chat", args: ["aoba", { threadId, on: false }] }),
  pinThreadAction: ({ threadId }) => ({ path: "chat", args: ["aoba", { threadId, on: false }] }),
  archiveThreadAction: ({ threadId }) => ({ path: "chat", args: ["aoba", { threadId, on: false }] }),
  saveOwnChatPreferences: () => ({ path: "settings", args: ["aoba", { mailAfterMinutes: 60 }] }),
  countNewLinesAction: () => ({ path: "feed", args: ["aoba", {}] }),
};

/** For those alone who have something to answer or to end, and once: groups.spec.ts and standing.spec.ts do it. */
const onceActions: typeof memberActions = {
  answerRequestAction: ({ threadId }) => ({ path: "chat", args: ["aoba", { threadId, accept: true }] }),
  endOwnBlock: ({ memberId }) => ({
    path: "settings",
    args: ["aoba", { ended: 0, refusal: null }],
    form: { member: memberId },
  }),
};

/** Actions of an account, in no company: for the one who is signed in, about what is theirs. */
const accountActions: Record<string, Call> = {
  saveOwnPreferences: { path: "/c/aoba/settings", args: [{ locale: "en" }] },
  endOwnSession: {
    path: "/c/aoba/settings",
    args: [{ ended: 0, refusal: null }],
    form: { session: crypto.randomUUID() },
  },
  keepOwnPush: {
    path: "/c/aoba/settings",
    args: [
      { endpoint: "https://push.example.com/1", keys: { p256dh: "A".repeat(87), auth: "A".repeat(22) } },
    ],
  },
  endOwnPush: { path: "/c/aoba/settings", args: [] },
  endOwnOtherSessions: { path: "/c/aoba/settings", args: [{ ended: 0, refusal: null }] },
  joinCompany: { path: "/companies", args: [null], form: { slug: "aoba" } },
};

/** Open to everybody: the door, and the way in, which have tests of their own. */
const publicActions = [
  "switchLocale",
  "findDoor",
  "requestMail",
  "requestMailAgain",
  "enterByCode",
  "enterByLink",
  "enterAsSample",
  "signOutAction",
];

const refused = '"ok":false,"code":"not-found"';

/** Calls an action as a browser's code would, but from nowhere: by its id, its arguments and, last of them, a form. */
async function call(
  request: APIRequestContext,
  name: string,
  { path, args, form }: Call,
  origin: string | null = process.env.E2E_BASE_URL ?? "",
): Promise<string> {
  const headers = {
    "next-action": actions.get(name) ?? "",
    ...(origin !== null && { origin }),
    accept: "text/x-component",
  };
  const url = path.startsWith("/") ? path : `/c/aoba/${path}`;
  if (form) {
    const multipart = new FormData();
    for (const [key, value] of Object.entries(form)) multipart.append(`_1_${key}`, value);
    multipart.append("0", JSON.stringify([...args, "$K1"]));
    return (await request.post(url, { headers, multipart, maxRedirects: 0 })).text();
  }
  const data = JSON.stringify(args);
  return (
    await request.post(url, {
      headers: { ...headers, "content-type": "text/plain;charset=UTF-8" },
      data,
      maxRedirects: 0,
    })
  ).text();
}

let ids: Ids;

test.beforeAll(async ({ browser }) => {
  const sakura = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  const person = (await sakura.locator("main a[href*='/people/']").first().getAttribute("href")) ?? "";
  await sakura.goto("/c/aoba/chat");
  const thread = (await sakura.locator("main li a[href*='/chat/']").first().getAttribute("href")) ?? "";
  await sakura.goto(`/c/aoba/directory?q=${encodeURIComponent("髙橋 耕作")}`);
  const friend = (await sakura.locator("main a[href*='/people/']").first().getAttribute("href")) ?? "";
  ids = {
    memberId: person.split("/").at(-1) ?? "",
    threadId: thread.split("/").at(-1) ?? "",
    number: 0,
    friendId: friend.split("/").at(-1) ?? "",
    groupId: "",
    token: "",
  };
  const send = memberActions.sendMessageAction?.(ids) ?? { path: "", args: [] };
  const sent = await call(sakura.context().request, "sendMessageAction", send);
  ids.number = Number(sent.match(/"number":(\d+)/)?.[1]);
  const members = { name: null, memberIds: [ids.memberId, ids.friendId] };
  const start = { path: "chat", args: ["aoba", members] };
  const started = await call(sakura.context().request, "startThreadAction", start);
  ids.groupId = started.match(/"data":"([^"]+)"/)?.[1] ?? "";
  const link = { path: "chat", args: ["aoba", { threadId: ids.groupId, on: true }] };
  const linked = await call(sakura.context().request, "setJoinLinkAction", link);
  ids.token = linked.match(/"data":"([^"]+)"/)?.[1] ?? "";
  await sakura.context().close();
});

test("every server action is on a list", () => {
  expect([...actions.keys()].sort()).toEqual(
    [memberActions, onceActions, accountActions]
      .flatMap((list) => Object.keys(list))
      .concat(publicActions)
      .sort(),
  );
});

test("a member's actions answer a member", async ({ browser }) => {
  const request = await requestAs(browser, "sakura");
  for (const [name, make] of Object.entries(memberActions))
    expect(await call(request, name, make(ids)), name).not.toContain(refused);
});

const strangers = [
  ["another company's member", "hannah"],
  ["a suspended member", "tsuyoshi"],
] as const;
for (const [who, name] of strangers) {
  test(`a member's actions give ${who} NotFound`, async ({ browser }) => {
    const request = await requestAs(browser, name);
    for (const [action, make] of Object.entries({ ...memberActions, ...onceActions }))
      expect(await call(request, action, make(ids)), action).toContain(refused);
  });
}

test("a member's actions give another company's member NotFound for ids brought into their own", async ({
  browser,
}) => {
  const request = await requestAs(browser, "hannah");
  for (const [action, make] of Object.entries({ ...memberActions, ...onceActions })) {
    const given = make(ids);
    const said = JSON.stringify(given);
    if (!Object.values(ids).some((id) => typeof id === "string" && said.includes(id))) continue;
    const args = ["larkfield", ...given.args.slice(1)];
    expect(await call(request, action, { ...given, args }), action).toContain(refused);
  }
});

test("no action but the public ones answers anyone who is signed out", async ({ request }) => {
  for (const [name, make] of Object.entries({ ...memberActions, ...onceActions }))
    expect(await call(request, name, make(ids)), name).toContain(refused);
  for (const [name, given] of Object.entries(accountActions))
    expect(await call(request, name, given), name).toContain(refused);
});

test("nobody ends another's session, nor joins without an invitation", async ({ browser }) => {
  const sakura = await openAs(browser, "sakura", { path: "/c/aoba/settings" });
  const session = await sakura.locator("button[name=session]").first().getAttribute("value");
  await requestAs(browser, "hannah");
  const hannah = await openAs(browser, "hannah", { path: "/c/larkfield/settings" });
  const end = hannah.locator("button[name=session]").first();
  await end.evaluate((button, id) => button.setAttribute("value", id), session ?? "");
  await end.click();
  await expect(hannah.getByText(/We could not find that|見つかりませんでした/)).toBeVisible();
  await sakura.reload();
  await expect(sakura.locator(`button[name=session][value="${session}"]`)).toBeVisible();
  const join = { path: "/companies", args: [null], form: { slug: "aoba" } };
  expect(await call(hannah.context().request, "joinCompany", join)).toContain(refused);
});

test("no action answers a page of another origin, or a request that names none", async ({ browser }) => {
  const request = await requestAs(browser, "sakura");
  const threads = memberActions.listThreadsAction?.(ids) ?? { path: "", args: [] };
  const answered = '"ok":true';
  expect(await call(request, "listThreadsAction", threads)).toContain(answered);
  for (const origin of ["https://evil.example", "null"]) {
    expect(await call(request, "listThreadsAction", threads, origin), origin).not.toContain(answered);
  }
  // Next lets this one through; the refusal is ours.
  expect(await call(request, "listThreadsAction", threads, null)).toContain(refused);
});
