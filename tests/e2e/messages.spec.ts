import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import {
  conversation,
  convert,
  expectForEveryone,
  type Look,
  type Named,
  openAs,
  test,
  threadRow,
} from "./support.ts";

const composer = (page: Page) => page.getByRole("textbox", { name: /へのメッセージ|Message to/ });
const message = (page: Page, text: string) => page.getByRole("article").filter({ hasText: text });
const newPath = "/c/aoba/chat?new";
const word = () => crypto.randomUUID().slice(0, 8);

/** Two people with their conversation open. */
async function openBoth(
  browser: Browser,
  first: Named = "sakura",
  second: Named = "kosaku",
  name = "髙橋 耕作",
): Promise<[Page, Page]> {
  const one = await openThread(browser, first, name);
  const other = await openAs(browser, second, { path: new URL(one.url()).pathname });
  await expect(composer(other)).toBeVisible();
  return [one, other];
}

async function openThread(browser: Browser, who: Named, name: string, look: Look = {}): Promise<Page> {
  const page = await openAs(browser, who, { ...look, path: "/c/aoba/chat" });
  await threadRow(page, name).click();
  await expect(page).toHaveURL(/\/chat\/.+/);
  await expect(composer(page)).toBeVisible();
  return page;
}

/** A new group of these people, made by the one whose page it is, at `newPath`; its path. */
async function startGroup(page: Page, names: string[]): Promise<string> {
  for (const name of names) {
    await page.getByRole("combobox", { name: /相手を探す/ }).fill(name);
    await page.getByRole("option", { name }).first().click();
    await expect(page.getByRole("combobox", { name: /相手を探す/ })).toHaveValue("");
  }
  await page.getByRole("textbox", { name: /グループ名/ }).fill(`会 ${word()}`);
  await page.getByRole("button", { name: "グループを作る" }).click();
  await expect(composer(page)).toBeVisible();
  return new URL(page.url()).pathname;
}

async function write(page: Page, text: string): Promise<Locator> {
  await composer(page).fill(text);
  await composer(page).press("Enter");
  await expect(message(page, text)).toHaveAttribute("data-number", /\d/);
  return message(page, text);
}

async function act(line: Locator, name: string): Promise<void> {
  await line.hover();
  await line.getByRole("button", { name: "その他の操作" }).click();
  await line.page().getByRole("menuitem", { name }).click();
}

async function react(line: Locator, emoji: string): Promise<void> {
  await line.hover();
  await line.getByRole("button", { name: "ほかの絵文字" }).click();
  const picker = line.page().getByRole("dialog", { name: "リアクションする" });
  await picker.getByRole("button", { name: emoji }).first().click();
}

test("an answer quotes what it answers, and leads back to it", async ({ browser }) => {
  const [sakura, kosaku] = await openBoth(browser);
  const question = `明日は何時に ${word()}`;
  await write(sakura, question);
  const line = message(kosaku, question);
  await line.hover();
  await line.getByRole("button", { name: "返信する" }).click();
  await expect(kosaku.getByRole("group", { name: "返信先" })).toContainText(question);
  await kosaku.keyboard.press("Escape");
  await expect(kosaku.getByRole("group", { name: "返信先" })).toHaveCount(0);
  await line.hover();
  await line.getByRole("button", { name: "返信する" }).click();
  const answer = `十時です ${word()}`;
  await kosaku.keyboard.type(answer);
  await kosaku.keyboard.press("Enter");
  const quote = message(sakura, answer).getByRole("button", { name: new RegExp(question) });
  await expect(quote).toBeVisible();
  await quote.click();
  await expect(message(sakura, question).first()).toBeFocused();
});

test("a begun answer survives a reload with what it answers, unless that was taken back", async ({
  browser,
}) => {
  const [sakura, kosaku] = await openBoth(browser);
  const question = `何時がよいですか ${word()}`;
  await write(sakura, question);
  const line = message(kosaku, question);
  const answering = kosaku.getByRole("group", { name: "返信先" });
  await act(line, "返信する");
  await composer(kosaku).fill("十時か");
  await kosaku.reload();
  await expect(answering).toContainText(question);
  await expect(composer(kosaku)).toHaveValue("十時か");
  const answer = `十時です ${word()}`;
  await write(kosaku, answer);
  await expect(message(sakura, answer).getByRole("button", { name: new RegExp(question) })).toBeVisible();
  await kosaku.reload();
  await expect(composer(kosaku)).toBeVisible();
  await expect(answering).toHaveCount(0);

  await act(message(kosaku, question).first(), "返信する");
  await composer(kosaku).fill("十一時でも");
  await act(message(sakura, question).first(), "取り消す");
  await sakura.getByRole("dialog").getByRole("button", { name: "取り消す" }).click();
  await expect(conversation(kosaku).getByText(question)).toHaveCount(0);
  await kosaku.reload();
  await expect(composer(kosaku)).toHaveValue("十一時でも");
  await expect(answering).toHaveCount(0);
});

test("without a socket, what one changes oneself is there at once", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  await page.context().routeWebSocket(/socket\.io/, (socket) => socket.close());
  await page.goto("/c/aoba/chat");
  await threadRow(page, "髙橋 耕作").click();
  await expect(page.getByRole("status").filter({ hasText: "オフライン" })).toBeVisible();
  // Sooner than the next time that it is asked by itself.
  const soon = { timeout: 4_000 };
  for (const round of ["一", "二"]) {
    const text = `${round} ${word()}`;
    const line = await write(page, text);
    await act(line, "編集する");
    await page.getByRole("textbox", { name: "メッセージを編集" }).fill(`${text} 改`);
    await page.keyboard.press("Enter");
    await expect(message(page, `${text} 改`)).toContainText("編集済み", soon);
    await act(line, "取り消す");
    await page.getByRole("dialog").getByRole("button", { name: "取り消す" }).click();
    await expect(conversation(page).getByText(text)).toHaveCount(0, soon);
  }
});

test("a mark is there for both at once, says who made it, and is taken off by pressing it again", async ({
  browser,
}) => {
  const [sakura, kosaku] = await openBoth(browser);
  const text = `できました ${word()}`;
  await write(sakura, text);
  const line = message(kosaku, text);
  await react(line, "🎉");
  const own = line.getByRole("button", { name: "🎉 1 あなた" });
  await expect(own).toHaveAttribute("aria-pressed", "true");
  const others = message(sakura, text).getByRole("button", { name: "🎉 1 髙橋 耕作さん" });
  await expect(others).toHaveAttribute("aria-pressed", "false");
  await others.click();
  await expect(line.getByRole("button", { name: /🎉 2 .*大野 さくらさん/ })).toBeVisible();
  await line.getByRole("button", { name: /🎉 \d/ }).click();
  await message(sakura, text).getByRole("button", { name: /🎉 \d/ }).click();
  await expect(line.getByRole("button", { name: /🎉 \d/ })).toHaveCount(0);
});

test("one's own words are changed in their place, by Enter but not by that of a conversion", async ({
  browser,
}) => {
  const [sakura, kosaku] = await openBoth(browser);
  const before = `水曜日 ${word()}`;
  await write(sakura, before);
  await composer(sakura).press("ArrowUp");
  const editor = sakura.getByRole("textbox", { name: "メッセージを編集" });
  await expect(editor).toBeFocused();
  await expect(editor).toHaveValue(before);
  await sakura.keyboard.press("Escape");
  await expect(editor).toHaveCount(0);
  await expect(composer(sakura)).toBeFocused();
  await act(message(sakura, before), "編集する");
  await expect(editor).toBeFocused();
  await editor.fill("");
  await convert(sakura, "もくようび", "木曜日");
  await expect(editor).toHaveValue("木曜日");
  const mark = word();
  await sakura.keyboard.type(mark);
  await sakura.keyboard.press("Enter");
  await expect(editor).toHaveCount(0);
  await expect(message(kosaku, `木曜日${mark}`)).toContainText("編集済み");
  await expect(conversation(kosaku).getByText(before)).toHaveCount(0);
});

test("what cannot be saved stays in the field, and what is not saved yet over a reload", async ({
  browser,
}) => {
  const sakura = await openThread(browser, "sakura", "髙橋 耕作");
  const text = `途中 ${word()}`;
  await write(sakura, text);
  await act(message(sakura, text), "編集する");
  const editor = sakura.getByRole("textbox", { name: "メッセージを編集" });
  await editor.fill(`${text} の続き`);
  await sakura.reload();
  await expect(editor).toHaveValue(`${text} の続き`);
  await expect(editor).toBeFocused();
  await sakura.context().setOffline(true);
  await sakura.keyboard.press("Enter");
  await expect(conversation(sakura).getByRole("alert")).toBeVisible({ timeout: 25_000 });
  await expect(editor).toHaveValue(`${text} の続き`);
  await sakura.context().setOffline(false);
  await sakura.keyboard.press("Enter");
  await expect(message(sakura, `${text} の続き`)).toContainText("編集済み", { timeout: 20_000 });
  await sakura.reload();
  await expect(message(sakura, `${text} の続き`)).toBeVisible();
  await expect(editor).toHaveCount(0);
});

test("what is taken back is gone for both, also where it is quoted, after a question", async ({
  browser,
}) => {
  const [sakura, kosaku] = await openBoth(browser);
  const text = `まちがい ${word()}`;
  const line = await write(sakura, text);
  const other = message(kosaku, text);
  await other.hover();
  await other.getByRole("button", { name: "返信する" }).click();
  const answer = `これは ${word()}`;
  await kosaku.keyboard.type(answer);
  await kosaku.keyboard.press("Enter");
  await expect(message(sakura, answer)).toContainText(text);
  await act(line.first(), "取り消す");
  await sakura.getByRole("dialog").getByRole("button", { name: "取り消す" }).click();
  await expect(conversation(kosaku).getByText(text)).toHaveCount(0);
  await expect(message(kosaku, answer)).toContainText("このメッセージは取り消されました");
  await expect(conversation(sakura).getByText(text)).toHaveCount(0);
});

test("@ offers the people of a group by the reading of their names; who is meant sees it", async ({
  browser,
}) => {
  const sakura = await openAs(browser, "sakura", { path: newPath });
  const path = await startGroup(sakura, ["高橋 千夏", "小川 由紀"]);
  const chinatsu = await openAs(browser, "chinatsu", { path });
  await expect(
    conversation(chinatsu).or(chinatsu.getByRole("region", { name: /会 .*の会話/ })),
  ).toBeVisible();
  const field = composer(sakura);
  await field.focus();
  await sakura.keyboard.type("お願いです ＠たか");
  const option = sakura.getByRole("option", { name: /高橋 千夏/ });
  await expect(option).toHaveAttribute("aria-selected", "true");
  await expect(sakura.getByRole("option")).toHaveCount(1);
  await sakura.keyboard.press("Escape");
  await expect(option).toHaveCount(0);
  await field.fill("お願いです @");
  await expect(sakura.getByRole("option")).toHaveCount(2);
  await convert(sakura, "ちな", "千");
  await expect(option).toBeVisible();
  await expect(field).toHaveValue("お願いです @千");
  await sakura.keyboard.press("Enter");
  const mark = word();
  await sakura.keyboard.type(mark);
  await expect(field).toHaveValue(`お願いです @高橋 千夏 ${mark}`);
  await sakura.keyboard.press("Enter");
  await expect(message(chinatsu, mark).getByRole("link", { name: "@高橋 千夏" })).toBeVisible();
  await expect(message(sakura, mark).getByRole("link", { name: "@高橋 千夏" })).toHaveAttribute(
    "href",
    /\/people\//,
  );
});

test("on a phone the search lies over the conversation: Back closes it, and a hit leads to its place", async ({
  browser,
}) => {
  const sakura = await openThread(browser, "sakura", "髙橋 耕作", { width: 390 });
  const path = new URL(sakura.url()).pathname;
  const mark = word();
  await composer(sakura).fill(`大文字の送り火 ${mark}`);
  await sakura.getByRole("button", { name: "送信" }).click();
  const open = sakura.getByRole("button", { name: "この会話を検索" });
  const panel = sakura.getByRole("region", { name: "この会話を検索" });
  await open.click();
  await expect(panel).toBeVisible();
  await sakura.evaluate(() => history.back());
  await expect(panel).toHaveCount(0);
  await expect(sakura).toHaveURL(path);
  await open.click();
  await panel.getByRole("searchbox").fill(mark);
  await panel.getByRole("link", { name: new RegExp(mark) }).click();
  await expect(panel).toHaveCount(0);
  await expect(message(sakura, mark)).toBeFocused();
  await expect(sakura).toHaveURL(path);
  await sakura.getByRole("link", { name: "会話の一覧へ戻る" }).click();
  await expect(sakura).toHaveURL(/\/c\/aoba\/chat$/);
});

test("who writes is told to the other, and that it was read", async ({ browser }) => {
  const [sakura, kosaku] = await openBoth(browser);
  const text = `読みましたか ${word()}`;
  await write(sakura, text);
  await expect(conversation(sakura).getByText("既読")).toHaveCount(1);
  await composer(kosaku).focus();
  // It is told for a few seconds after each key, if he is connected by then: who writes goes on.
  await expect(async () => {
    await kosaku.keyboard.type("は");
    await expect(sakura.getByText("髙橋 耕作さんが入力中…").first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await composer(kosaku).fill("");
});

test("messages are found in one conversation and in all, and the hit opens at its place", async ({
  browser,
}) => {
  const sakura = await openThread(browser, "sakura", "髙橋 耕作");
  const mark = word();
  await write(sakura, `鞍馬の火祭りの件 ${mark}`);
  await sakura.getByRole("button", { name: "この会話を検索" }).click();
  const panel = sakura.getByRole("region", { name: "この会話を検索" });
  await panel.getByRole("searchbox").fill("ひまつり");
  await expect(panel.getByText("「ひまつり」を含むメッセージは見つかりませんでした")).toBeVisible();
  await panel.getByRole("searchbox").fill(`馬の火 ${mark}`);
  const hit = panel.getByRole("link", { name: new RegExp(mark) });
  await expect(hit.locator("mark").first()).toHaveText("馬の火");
  await hit.click();
  await expect(message(sakura, mark)).toBeFocused();
  await sakura.goto("/c/aoba/chat");
  await sakura.getByRole("link", { name: "メッセージを検索" }).click();
  await sakura.getByRole("searchbox", { name: "メッセージを検索" }).fill(mark);
  await sakura.locator("main a[href*='?at=']").filter({ hasText: mark }).click();
  await expect(sakura).toHaveURL(/\?at=\d+/);
  await expect(message(sakura, mark)).toBeFocused();
});

test("anyone who comes back from a hit finds what they looked for, and by the search's link an empty field", async ({
  browser,
}) => {
  const sakura = await openThread(browser, "sakura", "髙橋 耕作");
  const mark = word();
  await write(sakura, `貴船の川床 ${mark}`);
  await sakura.goto("/c/aoba/chat/search");
  const field = sakura.getByRole("searchbox", { name: "メッセージを検索" });
  const hit = sakura.locator("main a[href*='?at=']").filter({ hasText: mark });
  await field.pressSequentially(mark);
  await hit.click();
  await expect(sakura).toHaveURL(/\?at=\d+/);
  await sakura.goBack();
  await expect(field).toHaveValue(mark);
  await expect(hit).toBeVisible();
  await sakura.getByRole("link", { name: "メッセージを検索" }).click();
  await expect(field).toHaveValue("");
  await expect(hit).toHaveCount(0);
});

test("by the keyboard one comes from a search's field to its hits and back, and Enter goes to the only one", async ({
  browser,
}) => {
  const sakura = await openThread(browser, "sakura", "髙橋 耕作");
  const mark = word();
  await write(sakura, `ひとつ ${mark}`);
  await write(sakura, `ふたつ ${mark}`);
  await sakura.goto(`/c/aoba/chat/search?q=${mark}`);
  const field = sakura.getByRole("searchbox", { name: "メッセージを検索" });
  const hits = sakura.locator("main a[href*='?at=']").filter({ hasText: mark });
  await expect(hits).toHaveCount(2);
  await field.focus();
  for (const [key, place] of [
    ["ArrowDown", 0],
    ["ArrowDown", 1],
    ["ArrowDown", 1],
    ["Home", 0],
    ["End", 1],
    ["ArrowUp", 0],
  ] as const) {
    await sakura.keyboard.press(key);
    await expect(hits.nth(place), key).toBeFocused();
  }
  await sakura.keyboard.press("ArrowUp");
  await expect(field).toBeFocused();
  await sakura.keyboard.press("Enter");
  await expect(hits.first()).toBeFocused();
  await field.fill(`ひとつ ${mark}`);
  await expect(hits).toHaveCount(1);
  await sakura.keyboard.press("Enter");
  await expect(sakura).toHaveURL(/\?at=\d+/);
  await expect(message(sakura, `ひとつ ${mark}`)).toBeFocused();
});

for (const width of [1280, 800]) {
  test(`what one may do with a message stands beside it, never over another, ${width} px`, async ({
    browser,
  }) => {
    const [sakura, kosaku] = await openBoth(browser);
    await sakura.setViewportSize({ width, height: 860 });
    const mark = word();
    const texts = [`上 ${mark}`, `${"とても長い行です。".repeat(20)} ${mark}`, `下 ${mark}`];
    for (const page of [sakura, kosaku])
      for (const text of texts) await write(page, `${text} ${page === sakura}`);
    await react(message(sakura, `上 ${mark} false`), "🎉");
    const lines = sakura.getByRole("article").filter({ hasText: mark });
    await expect(lines).toHaveCount(6);
    for (const line of await lines.all()) {
      await line.hover();
      const bar = line.getByRole("group", { name: "メッセージの操作" });
      await expect(bar).toBeVisible();
      const { over, inside } = await bar.evaluate((it) => {
        const own = it.closest("article");
        const { left, right, top, bottom } = it.getBoundingClientRect();
        const list = it.closest("section")?.getBoundingClientRect();
        const over = [...document.querySelectorAll("article")].filter((other) => {
          const box = other.getBoundingClientRect();
          return (
            other !== own && box.left < right && box.right > left && box.top < bottom && box.bottom > top
          );
        });
        return {
          over: over.map(({ textContent }) => textContent),
          inside: list && left >= list.left && right <= list.right,
        };
      });
      expect(over).toEqual([]);
      expect(inside).toBe(true);
      // One gets there without losing it.
      await bar.getByRole("button", { name: "その他の操作" }).hover();
      await expect(bar).toBeVisible();
    }
  });
}

test("the arrow keys go from line to line, and Enter opens what one may do", async ({ browser }) => {
  const sakura = await openThread(browser, "sakura", "髙橋 耕作");
  const [first, second] = [`ひとつ ${word()}`, `ふたつ ${word()}`];
  await write(sakura, first);
  await write(sakura, second);
  await conversation(sakura).focus();
  await sakura.keyboard.press("ArrowUp");
  await expect(message(sakura, second)).toBeFocused();
  await sakura.keyboard.press("ArrowUp");
  await expect(message(sakura, first)).toBeFocused();
  await sakura.keyboard.press("Enter");
  await expect(sakura.getByRole("dialog", { name: "メッセージの操作" })).toBeVisible();
  await sakura.keyboard.press("Escape");
  await expect(message(sakura, first)).toBeFocused();
});

test("on a phone a finger that stays on a message opens what one may do with it", async ({ browser }) => {
  const sakura = await openThread(browser, "sakura", "髙橋 耕作", { width: 390 });
  const text = `長押し ${word()}`;
  await composer(sakura).fill(text);
  await sakura.getByRole("button", { name: "送信" }).click();
  // By its element: while the sheet is open, the page behind it has no roles.
  const line = sakura.locator("article").filter({ hasText: text });
  await expect(line).toHaveAttribute("data-number", /\d/);
  await line.dispatchEvent("pointerdown", { pointerType: "touch", bubbles: true });
  const sheet = sakura.getByRole("dialog", { name: "メッセージの操作" });
  await expect(sheet).toBeVisible();
  await line.dispatchEvent("pointerup", { pointerType: "touch", bubbles: true });
  await sheet.getByRole("button", { name: "👍" }).click();
  await expect(line.getByRole("button", { name: "👍 1 あなた" })).toBeVisible();
  const width = await sakura.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});

test("the sheet of a long message shows two whole lines of it, and Back closes it", async ({ browser }) => {
  const sakura = await openThread(browser, "sakura", "髙橋 耕作", { width: 390 });
  const text = `${"長い長いメッセージです。".repeat(20)} ${word()}`;
  await composer(sakura).fill(text);
  await sakura.getByRole("button", { name: "送信" }).click();
  const line = sakura.locator("article").filter({ hasText: text });
  await expect(line).toHaveAttribute("data-number", /\d/);
  await line.dispatchEvent("pointerdown", { pointerType: "touch", bubbles: true });
  const sheet = sakura.getByRole("dialog", { name: "メッセージの操作" });
  const quoted = sheet.getByText(text);
  await expect(quoted).toBeVisible();
  await line.dispatchEvent("pointerup", { pointerType: "touch", bubbles: true });
  const shown = await quoted.evaluate(
    (it) => it.clientHeight / Number.parseFloat(getComputedStyle(it).lineHeight),
  );
  expect(shown).toBeCloseTo(2, 1);
  await sakura.evaluate(() => history.back());
  await expect(sheet).toHaveCount(0);
  await expect(line).toBeVisible();
});

for (const width of [1280, 390]) {
  test(`a conversation with everything in it, ${width} px, is for everyone`, async ({ browser }) => {
    const sakura = await openAs(browser, "sakura", { path: newPath });
    const path = await startGroup(sakura, ["高橋 千夏", "髙橋 耕作"]);
    const text = `どうぞ ${word()}`;
    await write(sakura, `${text} https://example.com/`);
    await act(message(sakura, text), "返信する");
    await expect(composer(sakura)).toBeFocused();
    await sakura.keyboard.type("@たか");
    await expect(sakura.getByRole("option").first()).toBeVisible();
    await sakura.keyboard.press("Enter");
    await sakura.keyboard.press("Enter");
    await react(message(sakura, "@"), "🎉");
    const chinatsu = await openAs(browser, "chinatsu", { width, path });
    await expect(message(chinatsu, "@").getByRole("button", { name: /🎉/ })).toBeVisible();
    await expectForEveryone(chinatsu, "a group");
    await chinatsu.getByRole("button", { name: "この会話を検索" }).click();
    await chinatsu.getByRole("searchbox").fill("どうぞ");
    await expect(chinatsu.locator("mark").first()).toBeVisible();
    await expectForEveryone(chinatsu, "the search in it");
  });

  test(`so it is in English, ${width} px`, async ({ browser }) => {
    const hannah = await openAs(browser, "hannah", { locale: "en", width, path: "/c/larkfield/chat" });
    await hannah.locator("main li a[href*='/chat/']").first().click();
    const text = `Whenever you like ${word()}`;
    await composer(hannah).fill(text);
    await hannah.getByRole("button", { name: "Send" }).click();
    await expect(message(hannah, text)).toHaveAttribute("data-number", /\d/);
    await expectForEveryone(hannah, "a conversation");
    await hannah.getByRole("button", { name: "Search this conversation" }).click();
    await hannah.getByRole("searchbox").fill("never");
    await expect(hannah.locator("mark").first()).toHaveText("never");
    await expectForEveryone(hannah, "the search in it");
  });
}

test("one press on a line's bar marks it, and the picker finds an emoji by its names in both languages", async ({
  browser,
}) => {
  const [sakura, kosaku] = await openBoth(browser);
  const text = `報告です ${word()}`;
  await write(sakura, text);
  const line = message(kosaku, text);
  await line.hover();
  await line.getByRole("button", { name: "👍", exact: true }).click();
  await expect(message(sakura, text).getByRole("button", { name: /👍 1/ })).toBeVisible();
  for (const [typed, emoji] of [
    ["dragon", "🐉"],
    ["りんご", "🍎"],
  ] as const) {
    await line.hover();
    await line.getByRole("button", { name: "ほかの絵文字" }).click();
    const field = kosaku.getByRole("searchbox", { name: "絵文字を探す" });
    await expect(field).toBeFocused();
    await field.fill("xyzzy");
    await expect(kosaku.getByText("「xyzzy」という絵文字は見つかりませんでした。").first()).toBeVisible();
    await field.fill(typed);
    const results = kosaku.getByRole("group", { name: "見つかった絵文字" });
    await expect(results.getByRole("button", { name: emoji })).toBeVisible();
    await field.press("ArrowDown");
    await results.getByRole("button", { name: emoji }).press("Enter");
    await expect(message(sakura, text).getByRole("button", { name: new RegExp(`${emoji} 1`) })).toBeVisible();
  }
});

test("two tabs share one draft: what is typed in one stands in the other, and what one sends is gone in both", async ({
  browser,
}) => {
  const one = await openThread(browser, "sakura", "髙橋 耕作");
  const other = await one.context().newPage();
  await other.goto(new URL(one.url()).pathname);
  await expect(composer(other)).toBeVisible();
  const mark = word();
  await composer(one).fill(`${mark} はじめ`);
  await expect(composer(other)).toHaveValue(`${mark} はじめ`);
  await composer(other).focus();
  await composer(other).press("End");
  await other.keyboard.type("と続き");
  await expect(composer(one)).toHaveValue(`${mark} はじめと続き`);
  await composer(one).press("Enter");
  await expect(message(one, mark)).toHaveAttribute("data-number", /\d/);
  await expect(composer(other)).toHaveValue("");
  await composer(other).press("Enter");
  await composer(other).fill(`${mark} つぎ`);
  await composer(other).press("Enter");
  await expect(message(one, mark)).toHaveCount(2);
  await expect(message(other, mark)).toHaveCount(2);
});

test("a conversation opens where one left off, and what one jumps over stays unread", async ({ browser }) => {
  const [sakura, kosaku] = await openBoth(browser);
  const mark = word();
  await write(kosaku, `${mark} 既読`);
  const path = new URL(kosaku.url()).pathname;
  await kosaku.goto("/c/aoba/feed");
  for (let index = 1; index <= 60; index++) {
    await composer(sakura).fill(`${mark} 第${index}行`);
    await composer(sakura).press("Enter");
  }
  const last = (page: Page) => page.getByRole("article").filter({ hasText: `${mark} 第60行` });
  await expect(last(sakura)).toHaveAttribute("data-number", /\d/, { timeout: 60_000 });

  await kosaku.goto(path);
  const row = threadRow(kosaku, "大野 さくら").first();
  await expect(kosaku.getByText("ここから新着")).toBeInViewport();
  await expect(message(kosaku, `${mark} 第1行`)).toBeInViewport();
  await expect(row).toContainText(/未読[1-5]\d件/);
  await kosaku.getByRole("button", { name: "最新のメッセージへ" }).click();
  await expect(last(kosaku)).toBeInViewport();
  await expect(row).toContainText(/未読[1-5]\d件/);

  await kosaku.getByRole("button", { name: /^未読 [1-5]\d件/ }).click();
  await expect(last(kosaku)).not.toBeInViewport();
  await expect(kosaku.getByRole("button", { name: /^未読 / })).toHaveCount(0);
  await kosaku.getByRole("region", { name: /との会話/ }).hover();
  await expect(async () => {
    await kosaku.mouse.wheel(0, 300);
    await expect(last(kosaku)).toBeInViewport({ timeout: 200 });
  }).toPass({ timeout: 30_000 });
  await expect(row).not.toContainText("未読");
});
