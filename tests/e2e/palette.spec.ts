import { expect, type Page } from "@playwright/test";
import { conversation, expectForEveryone, openAs, openBrowser, signInAs, test } from "./support.ts";

const field = (page: Page) => page.getByRole("combobox", { name: /人・会話・ページを探す|Search people/ });
const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });

/** Ctrl-K is heard once the page is awake. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    if (!(await field(page).isVisible())) await page.keyboard.press("Control+k");
    await expect(field(page)).toBeFocused({ timeout: 500 });
  }).toPass();
}

test("Ctrl-K, a reading, the arrows and Enter lead to a person", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  await openPalette(page);
  await page.keyboard.type("たかはし");
  await expect(option(page, /髙橋 耕作.*たかはし こうさく/)).toBeVisible();
  const marked = page.locator("[role=option][data-highlighted]");
  for (let steps = 0; steps < 12 && !(await marked.textContent())?.includes("こうさく"); steps++)
    await page.keyboard.press("ArrowDown");
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute("aria-activedescendant", (await marked.getAttribute("id")) ?? "");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/c\/aoba\/people\//);
  await expect(page.getByRole("heading", { name: "髙橋 耕作", level: 1 })).toBeVisible();
  await expect(page.locator("main")).toBeFocused();
});

test("words and Enter in one go mean the first line of their own answer", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  await openPalette(page);
  await page.keyboard.type("おおの");
  await expect(option(page, /大野 さくら/)).toBeVisible();
  await field(page).fill("たかはしこうさく");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "髙橋 耕作", level: 1 })).toBeVisible();
});

test("words and Enter before the palette is there are answered once it is", async ({ browser }) => {
  const context = await openBrowser(browser, {});
  // It would be asked for in the first quiet moment.
  await context.addInitScript(() => {
    window.requestIdleCallback = () => 0;
  });
  const page = await context.newPage();
  await signInAs(page, "sakura", "/c/aoba/feed");
  await page.waitForLoadState("networkidle");
  const { promise: late, resolve: letCome } = Promise.withResolvers<void>();
  await page.route("**/_next/static/chunks/**", async (route) => {
    await late;
    await route.fallback();
  });
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("たかはしこうさく");
  await page.keyboard.press("Enter");
  await expect(page.getByText("探しています")).toBeVisible();
  await expect(page).toHaveURL(/\/feed$/);
  letCome();
  await expect(page.getByRole("heading", { name: "髙橋 耕作", level: 1 })).toBeVisible();
});

test("a conversation opens, of the last ones and of those that are found", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  await openPalette(page);
  await expect(option(page, /会話を開く/).first()).toBeVisible();
  await field(page).fill("ﾀｶﾊｼ");
  await option(page, /髙橋 耕作.*会話を開く/).click();
  await expect(page).toHaveURL(/\/c\/aoba\/chat\/.+/);
  await expect(conversation(page)).toBeVisible();
});

test("a page is found by its words, and so is another company of one's own", async ({ browser }) => {
  const page = await openAs(browser, "chinatsu", { path: "/c/aoba/directory" });
  await page.getByRole("button", { name: "探す", exact: true }).first().click();
  await field(page).fill("せってい");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/c/aoba/settings");
  await openPalette(page);
  await page.keyboard.type("larkfield");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/c/larkfield/feed");
});

test("Escape gives the focus back, to the button or to where one wrote", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  const button = page.getByRole("button", { name: "探す", exact: true }).first();
  await button.click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await page.goto("/c/aoba/directory");
  const search = page.getByRole("searchbox");
  await search.focus();
  await openPalette(page);
  await page.keyboard.press("Escape");
  await expect(field(page)).toBeHidden();
  await expect(search).toBeFocused();
});

test("the Enter that confirms a kana conversion chooses nothing; the next one does", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  const home = page.url();
  await openPalette(page);
  const keyboard = await page.context().newCDPSession(page);
  await keyboard.send("Input.imeSetComposition", { text: "せってい", selectionStart: 4, selectionEnd: 4 });
  const processed = { key: "Process", code: "Enter", windowsVirtualKeyCode: 229 };
  await keyboard.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...processed });
  await keyboard.send("Input.insertText", { text: "設定" });
  await keyboard.send("Input.dispatchKeyEvent", { type: "keyUp", ...processed });
  await expect(field(page)).toHaveValue("設定");
  await expect(option(page, "設定")).toBeVisible();
  expect(page.url()).toBe(home);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/c/aoba/settings");
});

test("without a connection it says so, keeps the pages, and searches by itself when it is back", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura");
  await openPalette(page);
  await page.context().setOffline(true);
  await page.keyboard.type("たかはし");
  await expect(page.getByRole("dialog").getByText("つながりしだい探します").last()).toBeVisible();
  await page.context().setOffline(false);
  await expect(option(page, /髙橋 耕作/).first()).toBeVisible();
  await field(page).fill("ぞぞぞ");
  await expect(page.getByText("「ぞぞぞ」は見つかりませんでした").last()).toBeVisible();
});

test("without a connection what one chooses does not open: one stays, is told why, and opens it later", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura");
  const home = page.url();
  await openPalette(page);
  await page.keyboard.type("たかはしこうさく");
  await expect(option(page, /髙橋 耕作/).first()).toBeVisible();
  await page.context().setOffline(true);
  const told = page.getByRole("dialog").getByText("ほかのページは、つながってから開けます", { exact: false });
  for (const keys of ["Enter", "Control+Enter"]) {
    await page.keyboard.press(keys);
    await expect(told).toBeVisible();
    expect(page.url()).toBe(home);
    await expect(field(page)).toHaveValue("たかはしこうさく");
  }
  await expectForEveryone(page, "offline");
  await page.context().setOffline(false);
  await expect(told).toHaveCount(0);
  await expect(option(page, /髙橋 耕作/).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "髙橋 耕作", level: 1 })).toBeVisible();
});

test("on a phone a button over the page opens it, beside the company's name; over a conversation there is neither", async ({
  browser,
}) => {
  const page = await openAs(browser, "hannah", { locale: "en", width: 360 });
  const head = page.getByRole("banner");
  const button = head.getByRole("button", { name: "Search", exact: true });
  for (const room of ["feed", "directory", "chat", "settings"]) {
    await page.goto(`/c/larkfield/${room}`);
    await expect(head.getByRole("link", { name: "Larkfield Materials" })).toBeVisible();
    await expect(button).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), room).toBe(360);
  }
  // A button answers once its page's scripts run.
  await page.waitForLoadState("networkidle");
  await button.tap();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await button.tap();
  await field(page).fill("tomas");
  await option(page, /Tomás Arregui.*conversation/i).tap();
  await expect(conversation(page)).toBeVisible();
  await expect(page.getByRole("banner").getByText("Larkfield Materials")).toHaveCount(0);
  await expect(button).toHaveCount(0);
});

for (const [locale, width] of [
  ["ja", 1280],
  ["en", 390],
] as const) {
  test(`it is for everyone: ${locale}, ${width} px`, async ({ browser }) => {
    const page = await openAs(browser, locale === "ja" ? "sakura" : "hannah", { locale, width });
    await page.waitForLoadState("networkidle");
    await openPalette(page);
    for (const q of ["", "ta", "zzzz"]) {
      await field(page).fill(q);
      await expect(page.locator("[data-searching]")).toHaveCount(0);
      await page.waitForLoadState("networkidle");
      await expectForEveryone(page, `"${q}"`);
    }
  });
}
