import { expect } from "@playwright/test";
import { type Actions, type Call, callAction, collectActions, readActionIds } from "./action-calls.ts";
import { openAs, requestAs, test } from "./support.ts";

type Calls = Record<string, () => Call>;

// Of every folder: what a member may call, what once, and what an account may.
let lists: Actions[];
let memberActions: Calls;
let allOfMembers: Calls;
let accountActions: Calls;
/** What is Aoba's alone. */
let ids: string[];

const refused = '"ok":false,"code":"not-found"';

test.beforeAll(async ({ browser }) => {
  lists = await collectActions();
  memberActions = joined(({ member }) => member);
  allOfMembers = { ...memberActions, ...joined(({ once }) => once) };
  accountActions = joined(({ account }) => account);
  ids = [];
  const sakura = await openAs(browser, "sakura", { path: "/c/aoba/feed" });
  for (const { prepare } of lists) ids.push(...((await prepare?.(sakura)) ?? []));
  expect(ids).not.toContain("");
  await sakura.context().close();
});

function joined(listOf: (actions: Actions) => Calls | undefined): Calls {
  return Object.fromEntries(lists.flatMap((actions) => Object.entries(listOf(actions) ?? {})));
}

test("every server action is on one list", () => {
  const listed = lists.flatMap(({ member = {}, once = {}, account = {}, open = [] }) => [
    ...[member, once, account].flatMap((list) => Object.keys(list)),
    ...open,
  ]);
  expect(listed.sort()).toEqual([...readActionIds().keys()].sort());
});

test("a member's actions answer a member", async ({ browser }) => {
  const request = await requestAs(browser, "sakura");
  for (const [name, make] of Object.entries(memberActions))
    expect(await callAction(request, name, make()), name).not.toContain(refused);
});

const strangers = [
  ["another company's member", "hannah"],
  ["a suspended member", "tsuyoshi"],
] as const;
for (const [who, name] of strangers) {
  test(`a member's actions give ${who} NotFound`, async ({ browser }) => {
    const request = await requestAs(browser, name);
    for (const [action, make] of Object.entries(allOfMembers))
      expect(await callAction(request, action, make()), action).toContain(refused);
  });
}

test("a member's actions give another company's member NotFound for ids brought into their own", async ({
  browser,
}) => {
  const request = await requestAs(browser, "hannah");
  for (const [action, make] of Object.entries(allOfMembers)) {
    const given = make();
    const said = JSON.stringify(given);
    if (!ids.some((id) => said.includes(id))) continue;
    const args = ["larkfield", ...given.args.slice(1)];
    expect(await callAction(request, action, { ...given, args }), action).toContain(refused);
  }
});

test("no action but the public ones answers anyone who is signed out", async ({ request }) => {
  for (const [name, make] of Object.entries(allOfMembers))
    expect(await callAction(request, name, make()), name).toContain(refused);
  for (const [name, make] of Object.entries(accountActions))
    expect(await callAction(request, name, make()), name).toContain(refused);
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
  expect(await callAction(hannah.context().request, "joinCompany", join)).toContain(refused);
});

test("a page of another origin, and a request that names none, are refused by 403 whatever they send", async ({
  browser,
}) => {
  const request = await requestAs(browser, "sakura");
  const threads = memberActions.listThreadsAction?.() ?? { path: "", args: [] };
  expect(await callAction(request, "listThreadsAction", threads)).toContain('"ok":true');
  const action = { "next-action": readActionIds().get("listThreadsAction") ?? "" };
  for (const origin of ["https://evil.example", "null", "not an origin", undefined]) {
    const headers = { ...(origin && { origin }) };
    const byScript = await request.post("/c/aoba/chat", {
      headers: { ...headers, ...action, "content-type": "text/plain;charset=UTF-8" },
      data: JSON.stringify(threads.args),
    });
    const byForm = await request.post("/sign-in", { headers, multipart: { $ACTION_ID_x: "" } });
    for (const answer of [byScript, byForm])
      expect([answer.status(), await answer.text()], origin).toEqual([403, ""]);
  }
});
