import { expect } from "@playwright/test";
import { conversation, openAs, test, threadRow } from "./support.ts";

test("find a colleague by the reading of the name, write, and talk live", async ({ browser }) => {
  const sakura = await openAs(browser, "sakura");
  const kosaku = await openAs(browser, "kosaku");
  await sakura.getByRole("link", { name: "名簿" }).first().click();
  await sakura.getByRole("searchbox", { name: "名簿から探す" }).fill("たかはし こうさく");
  await sakura.getByRole("link", { name: /髙橋 耕作/ }).click();
  await expect(sakura.getByRole("heading", { name: "髙橋 耕作", level: 1 })).toBeVisible();
  await sakura.getByRole("button", { name: "メッセージを書く" }).click();
  await expect(sakura).toHaveURL(/\/chat\/.+/);

  const text = `お元気ですか ${crypto.randomUUID()}`;
  await sakura.getByRole("textbox", { name: /髙橋 耕作さんへのメッセージ/ }).fill(text);
  await sakura.keyboard.press("Enter");
  await expect(conversation(sakura).getByText(text)).toBeVisible();
  await expect(sakura.getByRole("textbox", { name: /さんへのメッセージ/ })).toHaveValue("");

  // He is on his feed: the count in the rail tells him.
  await expect(kosaku.getByRole("link", { name: /チャット.*未読[1-9]/ }).first()).toBeVisible();
  await kosaku.goto(new URL(sakura.url()).pathname);
  await expect(conversation(kosaku).getByText(text)).toBeVisible();
  const answer = `元気ですよ ${crypto.randomUUID()}`;
  await kosaku.getByRole("textbox", { name: /大野 さくらさんへのメッセージ/ }).fill(answer);
  await kosaku.keyboard.press("Enter");
  await expect(conversation(sakura).getByText(answer)).toBeVisible();
  await expect(conversation(sakura).getByText(answer)).toHaveCount(1);
});

test("what was written without a connection is sent once, in order, when it is back", async ({ browser }) => {
  const sakura = await openAs(browser, "sakura");
  const chinatsu = await openAs(browser, "chinatsu");
  await sakura.goto("/c/aoba/chat");
  await sakura.getByRole("link", { name: /高橋 千夏/ }).click();
  await expect(sakura).toHaveURL(/\/chat\/.+/);
  await chinatsu.goto(new URL(sakura.url()).pathname);
  const mark = crypto.randomUUID().slice(0, 8);
  const composer = sakura.getByRole("textbox", { name: /さんへのメッセージ/ });
  await expect(composer).toBeVisible();
  await sakura.context().setOffline(true);
  for (const word of ["一", "二", "三"]) {
    await composer.fill(`${mark} ${word}`);
    await composer.press("Enter");
  }
  await expect(sakura.getByText("オフラインです")).toBeVisible();
  await chinatsu.getByRole("textbox", { name: /さんへのメッセージ/ }).fill(`${mark} そのあいだに`);
  await chinatsu.keyboard.press("Enter");
  await sakura.context().setOffline(false);
  const lines = (page: typeof sakura) => conversation(page).getByText(mark);
  await expect(lines(chinatsu)).toHaveCount(4, { timeout: 20_000 });
  await expect(lines(sakura)).toHaveCount(4);
  expect(await lines(sakura).allInnerTexts()).toEqual(await lines(chinatsu).allInnerTexts());
  const own = (await lines(chinatsu).allInnerTexts()).filter((line) => !line.includes("そのあいだに"));
  expect(own.map((line) => line.replace(`${mark} `, "").trim())).toEqual(["一", "二", "三"]);
});

test("the Enter that confirms a kana conversion does not send; the next one does; Shift-Enter breaks the line", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  await page.getByRole("link", { name: /髙橋 耕作/ }).click();
  const composer = page.getByRole("textbox", { name: /さんへのメッセージ/ });
  await composer.focus();
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "かんじ", selectionStart: 3, selectionEnd: 3 });
  // What an input method sends for the Enter that it keeps to itself.
  const processed = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
  await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...processed });
  await keyboard.send("Input.insertText", { text: "漢字" });
  await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", ...processed });
  await expect(composer).toHaveValue("漢字");
  const mark = crypto.randomUUID();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.type(mark);
  await expect(composer).toHaveValue(`漢字\n${mark}`);
  await page.keyboard.press("Enter");
  await expect(composer).toHaveValue("");
  await expect(conversation(page).getByText(mark)).toBeVisible();
});

test("without a connection nobody is written to and no row is pinned, and it is said in place", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", {
    path: `/c/aoba/directory?q=${encodeURIComponent("たかはしこうさく")}`,
  });
  await page.getByRole("link", { name: /髙橋 耕作/ }).click();
  const profile = page.getByRole("heading", { name: "髙橋 耕作", level: 1 });
  await expect(profile).toBeVisible();
  const write = page.getByRole("button", { name: "メッセージを書く" });
  await page.context().setOffline(true);
  await write.click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("つながりませんでした");
  await expect(profile).toBeVisible();
  await page.context().setOffline(false);
  await write.click();
  await expect(page).toHaveURL(/\/chat\/.+/);

  const row = page.getByRole("listitem").filter({ has: threadRow(page, "髙橋 耕作") });
  const dots = row.getByRole("button", { name: "髙橋 耕作のメニュー" });
  await expect(dots).toHaveCSS("opacity", "0");
  await row.hover();
  await expect(dots).toHaveCSS("opacity", "1");
  // Its menu comes once the browser is idle.
  await dots.click();
  await expect(page.getByRole("menu", { name: "髙橋 耕作のメニュー" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dots).toBeFocused();
  await page.context().setOffline(true);
  await dots.click();
  await page.getByRole("menuitem", { name: "ピン留めする" }).click();
  const told = page.getByRole("status").getByText("つながりませんでした", { exact: false });
  await expect(told).toBeVisible();
  expect((await told.boundingBox())?.width).toBeGreaterThan(100);
  await expect(row.getByText("ピン留め", { exact: true })).toHaveCount(0);
});

test("a draft survives a reload", async ({ browser }) => {
  const page = await openAs(browser, "hannah", { path: "/c/larkfield/chat" });
  await page.locator("main li a[href*='/chat/']").first().click();
  await expect(page).toHaveURL(/\/chat\/.+/);
  await page.getByRole("textbox", { name: /さんへのメッセージ|Message to/ }).fill("half a thought");
  await page.reload();
  await expect(page.getByRole("textbox", { name: /さんへのメッセージ|Message to/ })).toHaveValue(
    "half a thought",
  );
});
