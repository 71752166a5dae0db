import { expect, type Page } from "@playwright/test";
import { conversation, expectForEveryone, openAs, test, threadRow } from "./support.ts";

const list = (page: Page) => page.getByRole("region", { name: /会話の一覧|Conversations/ });
const dialog = (page: Page) => page.getByRole("dialog");
const details = (page: Page) => page.getByRole("dialog", { name: /の詳細|details/i });

/** Begins a group of the named people, found by their readings. */
async function startGroup(page: Page, name: string, readings: string[]): Promise<void> {
  await page.goto("/c/aoba/chat");
  await list(page).getByRole("button", { name: "新しい会話" }).click();
  const field = page.getByRole("combobox", { name: "相手を探す" });
  for (const [index, reading] of readings.entries()) {
    await field.fill(reading);
    await expect(page.getByRole("option")).toHaveCount(1);
    await field.press("Enter");
    await expect(dialog(page).getByRole("button", { name: /さんを外す/ })).toHaveCount(index + 1);
  }
  await dialog(page)
    .getByRole("textbox", { name: /グループ名/ })
    .fill(name);
  await dialog(page).getByRole("button", { name: "グループを作る" }).click();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
}

async function openDetails(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(会話の詳細|Details)$/ }).click();
  await expect(details(page)).toBeVisible();
}

const words = (page: Page) => page.getByRole("textbox", { name: /へのメッセージ$/ });
const unique = (name: string) => `${name} ${crypto.randomUUID().slice(0, 8)}`;

test("a group is begun, found, renamed and handed on; a member has no admin's buttons", async ({
  browser,
}) => {
  const name = unique("水添の会");
  const sakura = await openAs(browser, "sakura");
  const kosaku = await openAs(browser, "kosaku", { path: "/c/aoba/chat" });
  await startGroup(sakura, name, ["たかはしこうさく", "たかはしちなつ"]);

  // It stands in his list without a reload, and is his to read.
  await list(kosaku).getByRole("link", { name }).click();
  await expect(kosaku.getByRole("heading", { name, level: 1 })).toBeVisible();
  await openDetails(kosaku);
  await expect(details(kosaku).getByText("大野 さくら")).toBeVisible();
  await expect(details(kosaku).getByRole("button", { name: "グループ名を変える" })).toHaveCount(0);
  await expect(details(kosaku).getByRole("button", { name: /リンクをオン/ })).toHaveCount(0);

  await openDetails(sakura);
  await details(sakura).getByRole("button", { name: "グループ名を変える" }).click();
  const field = details(sakura).getByRole("textbox", { name: "グループ名" });
  // What is too long stays as it was typed, and says so.
  await field.fill("あ".repeat(53));
  await expect(field).toHaveValue("あ".repeat(53));
  await expect(details(sakura).getByText("50文字までです。あと3文字減らしてください。")).toBeVisible();
  await expect(details(sakura).getByRole("button", { name: "保存する" })).toBeDisabled();
  await field.fill(`${name}（改）`);
  await details(sakura).getByRole("button", { name: "保存する" }).click();
  await expect(details(kosaku).getByText(`${name}（改）`)).toBeVisible();

  await details(sakura).getByRole("button", { name: "髙橋 耕作さんのメニュー" }).click();
  await sakura.getByRole("menuitem", { name: "管理者にする" }).click();
  await expect(details(kosaku).getByRole("button", { name: "グループ名を変える" })).toBeVisible();
  await details(kosaku).getByRole("button", { name: "高橋 千夏さんのメニュー" }).click();
  await kosaku.getByRole("menuitem", { name: "グループから外す" }).click();
  await kosaku.getByRole("button", { name: "外す", exact: true }).click();
  await expect(details(sakura).getByText("高橋 千夏")).toHaveCount(0);

  // Also where one came by the address, and no other page lies before this one.
  await sakura.reload();
  await openDetails(sakura);
  await details(sakura).getByRole("button", { name: "グループを退出する" }).click();
  await sakura.getByRole("button", { name: "退出する", exact: true }).click();
  await expect(sakura).toHaveURL("/c/aoba/chat");
  await expect(list(sakura).getByRole("link", { name })).toHaveCount(0);
});

test("to a direct thread nobody is added: with its two a group begins", async ({ browser }) => {
  const page = await openAs(browser, "sakura", {
    path: "/c/aoba/directory?q=%E9%AB%99%E6%A9%8B%20%E8%80%95%E4%BD%9C",
  });
  await page.getByRole("link", { name: /髙橋 耕作/ }).hover();
  await page.getByRole("button", { name: "髙橋 耕作さんにメッセージを書く" }).click();
  await expect(page.getByRole("heading", { name: "髙橋 耕作", level: 1 })).toBeVisible();
  const direct = page.url();
  // To a page that its details lead to, and back past them.
  await openDetails(page);
  await details(page).getByRole("link", { name: "プロフィールを見る" }).click();
  await expect(page).toHaveURL(/\/people\//);
  await page.goBack();
  await expect(page.getByRole("textbox", { name: "髙橋 耕作さんへのメッセージ" })).toBeVisible();
  await page.waitForTimeout(500);
  expect(page.url()).toBe(direct);
  await page.reload();
  await openDetails(page);
  await details(page).getByRole("button", { name: "ほかの人も加えたグループを作る" }).click();
  const field = page.getByRole("combobox", { name: "相手を探す" });
  await field.fill("おがわゆき");
  await expect(page.getByRole("option")).toHaveCount(1);
  await field.press("Enter");
  await page.getByRole("button", { name: "グループを作る" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    /小川 由紀.*髙橋 耕作|髙橋 耕作.*小川 由紀/,
  );
  expect(page.url()).not.toBe(direct);
  await page.goto(direct);
  await expect(page.getByRole("heading", { name: "髙橋 耕作", level: 1 })).toBeVisible();
});

test("a link lets a colleague in, and nobody once it is off", async ({ browser }) => {
  const name = unique("読書会");
  const sakura = await openAs(browser, "sakura");
  await startGroup(sakura, name, ["たかはしこうさく", "たかはしちなつ"]);
  await openDetails(sakura);
  await details(sakura).getByRole("button", { name: "リンクをオンにする" }).click();
  const address = await details(sakura).getByRole("textbox", { name: "参加リンクのアドレス" }).inputValue();

  const yuki = await openAs(browser, "yuki", { path: address });
  await expect(yuki.getByText("メンバー3人").last()).toBeVisible();
  await expectForEveryone(yuki, "where the link leads");
  await yuki.getByRole("button", { name: "グループに参加する" }).click();
  await expect(yuki).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await expect(yuki.getByRole("heading", { name, level: 1 })).toBeVisible();
  await yuki.goto(address);
  await expect(yuki.getByRole("link", { name: "グループを開く" })).toBeVisible();

  await details(sakura).getByRole("button", { name: "オフにする" }).click();
  await expect(details(sakura).getByRole("button", { name: "リンクをオンにする" })).toBeVisible();
  const hannah = await openAs(browser, "hannah", { locale: "en" });
  for (const page of [yuki, hannah]) {
    expect((await page.goto(address))?.status()).toBe(404);
    await expect(page.getByRole("button", { name: /参加する|Join/ })).toHaveCount(0);
  }
});

test("in English, on a phone, where a link leads is for everyone", async ({ browser }) => {
  const hannah = await openAs(browser, "hannah", { locale: "en", path: "/c/larkfield/chat" });
  await list(hannah)
    .getByRole("link", { name: /Pilot line/ })
    .click();
  await openDetails(hannah);
  await details(hannah).getByRole("button", { name: "Turn the link on" }).click();
  const address = await details(hannah).getByRole("textbox", { name: "Join link address" }).inputValue();
  const rachel = await openAs(browser, "rachel", { locale: "en", width: 390, path: address });
  await expect(rachel.getByRole("button", { name: /Join the group|グループに参加する/ })).toBeVisible();
  await expectForEveryone(rachel, "where the link leads");
  await details(hannah).getByRole("button", { name: "Turn off" }).click();
  await expect(details(hannah).getByRole("button", { name: "Turn the link on" })).toBeVisible();
});

test("a stranger's request shows who asks and what, and is accepted", async ({ browser }) => {
  const page = await openAs(browser, "chinatsu", { path: "/c/aoba/chat" });
  await expect(list(page).getByRole("heading", { name: /リクエスト/ })).toBeVisible();
  await list(page)
    .getByRole("link", { name: /山﨑 真理/ })
    .click();
  await expect(page.getByText("接着剤の配合設計をしておりまして")).toBeVisible();
  await expect(page.getByText("1999–2004")).toBeVisible();
  await expect(page.getByText("断っても、相手には知らされません")).toBeVisible();
  await expect(page.getByRole("textbox", { name: /メッセージ/ })).toHaveCount(0);
  await expectForEveryone(page, "a request");
  await page.getByRole("button", { name: "承諾する" }).click();
  const composer = page.getByRole("textbox", { name: /山﨑 真理さんへのメッセージ/ });
  await composer.fill("はじめまして。もちろんです。");
  await composer.press("Enter");
  await expect(conversation(page).getByText("はじめまして。もちろんです。")).toBeVisible();
  await expect(list(page).getByRole("heading", { name: /リクエスト/ })).toHaveCount(0);
});

test("a request that is declined is gone, on a phone", async ({ browser }) => {
  const page = await openAs(browser, "tomas", { locale: "en", width: 390, path: "/c/larkfield/chat" });
  await list(page)
    .getByRole("link", { name: /Olga Nakamura/ })
    .click();
  await expect(page.getByRole("button", { name: "Decline" })).toBeVisible();
  await expectForEveryone(page, "a request");
  await page.getByRole("button", { name: "Decline" }).click();
  await expect(page).toHaveURL("/c/larkfield/chat");
  await expect(list(page).getByRole("link", { name: /Olga Nakamura/ })).toHaveCount(0);
});

test("pin, mute and archive by the row's menu, with the keyboard alone", async ({ browser }) => {
  const page = await openAs(browser, "hannah", { locale: "en", path: "/c/larkfield/chat" });
  const rows = list(page).getByRole("listitem");
  const last = await rows.last().getByRole("link").getAttribute("href");
  const row = rows.filter({ has: page.locator(`a[href="${last}"]`) });

  async function choose(command: string): Promise<void> {
    await row.getByRole("link").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menuitem", { name: command, exact: true })).toBeVisible();
    await page.getByRole("menuitem", { name: command, exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("menu")).toHaveCount(0);
  }
  await expect(async () => choose("Pin")).toPass();
  await expect(rows.first().locator(`a[href="${last}"]`)).toBeVisible();
  await choose("Mute");
  await expect(row.getByText("Muted")).toBeAttached();
  await choose("Archive");
  await expect(list(page).getByText("Archived (1)")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(list(page).getByText(/Archived/)).toHaveCount(0);
  await choose("Archive");
  await expect(list(page).getByText("Archived (1)")).toBeVisible();
  await expect(row.getByRole("link")).toBeHidden();
  await list(page).getByText("Archived (1)").click();
  await choose("Unarchive");
  await expect(list(page).getByText(/Archived/)).toHaveCount(0);
  await choose("Unmute");
  await expect(row.getByText("Muted")).toHaveCount(0);
});

test("⌘K finds a group by its name, and writes to a person with Ctrl-Enter", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  const field = page.getByRole("combobox", { name: "人・会話・ページを探す" });
  async function ask(q: string): Promise<void> {
    await expect(async () => {
      if (!(await field.isVisible())) await page.keyboard.press("Control+k");
      await expect(field).toBeFocused({ timeout: 500 });
    }).toPass();
    await field.fill(q);
  }
  await ask("入社の会");
  await page.getByRole("option", { name: /2016年入社の会/ }).click();
  await expect(page.getByRole("heading", { name: "2016年入社の会", level: 1 })).toBeVisible();
  await ask("むらかみこうじ");
  await expect(page.getByRole("option", { name: /村上 浩二/ }).first()).toHaveAttribute("data-highlighted");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("heading", { name: "村上 浩二", level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/chat\//);
  await ask("グループを作る");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "相手を探す" })).toBeVisible();
});

for (const [locale, width] of [
  ["ja", 1280],
  ["en", 390],
] as const)
  test(`it is for everyone: ${locale}, ${width} px`, async ({ browser }) => {
    const [name, company] =
      locale === "ja" ? (["kosaku", "aoba"] as const) : (["hannah", "larkfield"] as const);
    const page = await openAs(browser, name, { locale, width, path: `/c/${company}/chat` });
    const group = page.getByRole("link", { name: locale === "ja" ? /材開OB会/ : /Pilot line/ });
    await expect(group).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expectForEveryone(page, "list");
    await page.getByRole("button", { name: /^(新しい会話|New conversation)$/ }).click();
    await page.getByRole("combobox", { name: /相手を探す|Find people/ }).fill("ta");
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectForEveryone(page, "new conversation");
    await page.keyboard.press("Escape");
    await group.click();
    await openDetails(page);
    await expectForEveryone(page, "details");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });

test("in a group that both are in, who blocked reads on request what the other says, and the other learns nothing", async ({
  browser,
}) => {
  const name = unique("折りたたみの会");
  const koji = await openAs(browser, "koji");
  await startGroup(koji, name, ["おがわゆき", "おおのさくら"]);
  const path = new URL(koji.url()).pathname;
  await expect(koji.getByText("メンバー3人").first()).toBeVisible();
  const yuki = await openAs(browser, "yuki", { path });
  await words(yuki).fill("来週の集まりの件です。");
  await yuki.getByRole("button", { name: "送信" }).click();
  await expect(koji.getByText("来週の集まりの件です。").first()).toBeVisible();

  // The block is set in the conversation of the two, the group looks on in another tab.
  const other = await koji.context().newPage();
  await other.goto("/c/aoba/chat");
  await threadRow(other, "小川 由紀").click();
  await other.getByRole("button", { name: "会話の詳細" }).click();
  await other.getByRole("button", { name: "ブロックする" }).click();
  await other
    .getByRole("dialog", { name: /ブロックしますか/ })
    .getByRole("button", { name: "ブロックする" })
    .click();

  const lines = koji.getByRole("region", { name: `${name}の会話` });
  await expect(lines.getByText("ブロックしている人のメッセージ1件")).toBeVisible();
  await expect(lines.getByText("来週の集まりの件です。")).toHaveCount(0);
  await expect(koji.getByText("メンバー2人").first()).toBeVisible();
  await expect(lines.getByText("小川 由紀")).toHaveCount(0);
  await expect(
    list(koji).getByRole("link", { name }).getByText("ブロックしている人のメッセージ"),
  ).toBeVisible();
  await lines.getByRole("button", { name: "表示する" }).click();
  await expect(lines.getByText("来週の集まりの件です。")).toBeVisible();
  await expect(lines.getByText("小川 由紀")).toBeVisible();
  await expectForEveryone(koji, "an unfolded line");
  // What comes while they are shown is shown with them.
  await words(yuki).fill("どなたか、いかがですか。");
  await yuki.getByRole("button", { name: "送信" }).click();
  await expect(lines.getByText("ブロックしている人のメッセージ2件")).toBeVisible();
  await expect(lines.getByText("どなたか、いかがですか。")).toBeVisible();
  await lines.getByRole("button", { name: "閉じる" }).click();
  await expect(lines.getByText("どなたか、いかがですか。")).toHaveCount(0);
  await koji.getByRole("button", { name: "会話の詳細" }).click();
  await expect(koji.getByText("ブロックしている人は、この一覧と人数に含まれません。")).toBeVisible();
  await koji.keyboard.press("Escape");

  // What comes now is folded as it comes, and she reads him as before.
  await words(yuki).fill("お返事をお待ちします。");
  await yuki.getByRole("button", { name: "送信" }).click();
  await expect(lines.getByText("ブロックしている人のメッセージ3件")).toBeVisible();
  await words(koji).fill("参加します。");
  await koji.getByRole("button", { name: "送信" }).click();
  await expect(yuki.getByText("参加します。").first()).toBeVisible();
  await expect(yuki.getByText("メンバー3人").first()).toBeVisible();
  await expect(yuki.getByText("ブロック")).toHaveCount(0);

  await other.getByRole("button", { name: "ブロックを解除する" }).first().click();
  await expect(lines.getByText("どなたか、いかがですか。")).toBeVisible();
  await expect(koji.getByText("メンバー3人").first()).toBeVisible();
});
