import { type Browser, expect, type Page } from "@playwright/test";
import { expectForEveryone, type Look, type Named, openAs, test, threadRow } from "./support.ts";

const composer = (page: Page) => page.getByRole("textbox", { name: /へのメッセージ|^Message to/ });

const directoryPath = (reading: string) => `/c/aoba/directory?q=${encodeURIComponent(reading)}`;

/** From the directory, where one person is found. */
async function openProfile(page: Page): Promise<void> {
  await page.locator("main a[href*='/people/']").first().click();
  await expect(page).toHaveURL(/\/people\//);
}

async function openThread(browser: Browser, who: Named, name: string, look: Look = {}): Promise<Page> {
  const page = await openAs(browser, who, { ...look, path: "/c/aoba/chat" });
  await threadRow(page, name).click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  return page;
}

test("anyone who writes to a stranger is told beforehand that the first line is a request", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { width: 390, path: directoryPath("やまざきまり") });
  await openProfile(page);
  await page.getByRole("button", { name: "メッセージを書く" }).click();
  await expect(page).toHaveURL(/\/chat\//);
  const note = page.getByText("はじめの1通は、会話のリクエストとして届きます。");
  await expect(note).toBeVisible();
  await expect(composer(page)).toHaveAccessibleDescription(/続きは、山﨑 真理さんが承諾すると書けます。/);
  await expectForEveryone(page, "before a request");
  await composer(page).fill("はじめまして。");
  await page.getByRole("button", { name: "送信" }).click();
  await expect(page.getByText("山﨑 真理さんの承諾を待っています。")).toBeVisible();
  await expect(note).toHaveCount(0);
  await page.goto("/c/aoba/chat");
  await threadRow(page, "髙橋 耕作").click();
  await expect(composer(page)).toBeVisible();
  await expect(note).toHaveCount(0);
});

test("a block is the blocker's to see and to end; the other learns nothing that is wrong, and keeps what was begun", async ({
  browser,
}) => {
  const koji = await openThread(browser, "koji", "小川 由紀");
  const yuki = await openThread(browser, "yuki", "村上 浩二");
  const path = new URL(yuki.url()).pathname;
  await composer(yuki).fill("来週の件ですが、");
  await koji.getByRole("button", { name: "会話の詳細" }).click();
  await koji.getByRole("button", { name: "ブロックする" }).click();
  await koji.getByRole("dialog").getByRole("button", { name: "ブロックする" }).last().click();
  await expect(yuki.getByRole("heading", { name: "この会話は開けません" })).toBeVisible();
  await expect(yuki.getByText("アドレスが違う")).toHaveCount(0);
  await expect(yuki.getByText("来週の件ですが、")).toBeVisible();
  await expect(yuki.getByRole("button", { name: "本文をコピー" })).toBeVisible();
  await expectForEveryone(yuki, "where a conversation was");
  // Nor do they find each other.
  await yuki.goto(directoryPath("むらかみこうじ"));
  await expect(yuki.getByText("「むらかみこうじ」は見つかりませんでした")).toBeVisible();
  await expect(yuki.getByText("ブロック")).toHaveCount(0);

  await yuki.goto(path);
  await expect(yuki.getByRole("heading", { name: "この会話は開けません" })).toBeVisible();
  await yuki.setViewportSize({ width: 390, height: 844 });
  await expect(yuki.getByRole("link", { name: "会話の一覧へ戻る" })).toBeVisible();
  await expectForEveryone(yuki, "where a conversation was, on a phone");

  await koji.keyboard.press("Escape");
  await koji.reload();
  await expect(koji.getByText("小川 由紀さんをブロックしています。")).toBeVisible();
  await expectForEveryone(koji, "a conversation whose other one is blocked");
  await koji.getByRole("button", { name: "ブロックを解除する" }).click();
  await expect(composer(koji)).toBeVisible();
  // It opens by itself, where she looks at its place.
  await expect(composer(yuki)).toHaveValue("来週の件ですが、");
  expect(new URL(yuki.url()).pathname).toBe(path);
  await composer(yuki).fill("");
});

test("whom one has blocked stands in the settings, and may write again from there", async ({ browser }) => {
  const koji = await openThread(browser, "koji", "小川 由紀");
  const path = new URL(koji.url()).pathname;
  await koji.getByRole("button", { name: "会話の詳細" }).click();
  await koji.getByRole("button", { name: "ブロックする" }).click();
  const asked = koji.getByRole("dialog", { name: /ブロックしますか/ });
  await asked.getByRole("button", { name: "ブロックする" }).click();
  await expect(asked).toHaveCount(0);
  await koji.goto("/c/aoba/settings");
  const blocked = koji.getByRole("region", { name: "ブロックしている人" });
  await expect(blocked.getByRole("listitem")).toHaveCount(1);
  await expect(blocked.getByText("小川 由紀", { exact: true })).toBeVisible();
  await expectForEveryone(koji, "somebody blocked");
  const end = blocked.getByRole("button", { name: "小川 由紀さんのブロックを解除する" });
  await koji.context().setOffline(true);
  await end.click();
  await expect(blocked.getByRole("alert")).toContainText("つながりませんでした");
  await koji.context().setOffline(false);
  await end.click();
  await expect(blocked.getByText("ブロックを解除しました。")).toBeVisible();
  await expect(blocked.getByText("誰もブロックしていません")).toBeVisible();
  expect(await koji.evaluate(() => document.activeElement?.textContent)).toContain(
    "ブロックを解除しました。",
  );
  await koji.goto(path);
  await expect(composer(koji)).toBeVisible();
});

test("a thread says that the other is not here at present, and does not lead to their page", async ({
  browser,
}) => {
  const page = await openThread(browser, "sakura", "今井 剛志");
  await expect(page.getByText("今井 剛志さんは、いまこのネットワークにいません。")).toBeVisible();
  await expect(page.getByRole("main").locator("a[href*='/people/']")).toHaveCount(0);
  await page.getByRole("button", { name: "会話の詳細" }).click();
  const details = page.getByRole("dialog", { name: "会話の詳細" });
  await expect(details.getByText("今井 剛志")).toBeVisible();
  await expect(details.getByRole("link", { name: "プロフィールを見る" })).toHaveCount(0);
});

test("who was only invited into a group is counted apart", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  await page.getByRole("button", { name: "新しい会話" }).click();
  const field = page.getByRole("combobox", { name: "相手を探す" });
  for (const [index, reading] of ["たかはしこうさく", "やまざきまり"].entries()) {
    await field.fill(reading);
    await expect(page.getByRole("option")).toHaveCount(1);
    await field.press("Enter");
    await expect(page.getByRole("dialog").getByRole("button", { name: /さんを外す/ })).toHaveCount(index + 1);
  }
  await page.getByRole("button", { name: "グループを作る" }).click();
  await expect(page.getByText("メンバー2人・承諾待ち1人").first()).toBeVisible();
  // Whose doing the last line tells of, as it says whose words are.
  const list = page.getByRole("region", { name: "会話の一覧" });
  await expect(list.getByText("あなた：グループを作りました", { exact: true }).first()).toBeVisible();
  await page.getByRole("button", { name: "会話の詳細" }).click();
  await expect(page.getByRole("heading", { name: "メンバー 2人・承諾待ち1人" })).toBeVisible();
});

test("an error that Next answers is none to a browser: it is told of when React renders a page twice that is not there", async ({
  browser,
  complaints,
}) => {
  const page = await openAs(browser, "sakura");
  const report = (digest: string) =>
    page.evaluate((digest) => reportError(Object.assign(new Error(`of ${digest}`), { digest })), digest);
  await report("NEXT_HTTP_ERROR_FALLBACK;404");
  await report("NEXT_REDIRECT;push;/c/aoba;307;");
  await report("1234567890");
  await expect.poll(() => complaints.splice(0)).toEqual(["Error: of 1234567890"]);
});
