import { type Browser, expect, type Page } from "@playwright/test";
import { type Named, openAs, test, threadRow } from "./support.ts";

// What comes after the page (usePart) is held up: what is pressed meanwhile counts once it is there.

/** A page whose later scripts wait until they are let go. */
async function openWithout(
  browser: Browser,
  name: Named,
  path: string,
): Promise<{ page: Page; letGo: () => void }> {
  const page = await openAs(browser, name, { path });
  const { promise: gone, resolve: letGo } = Promise.withResolvers<void>();
  const document = await (await page.request.get(page.url())).text();
  await page.route("**/_next/static/**/*.js", async (route) => {
    if (!document.includes(new URL(route.request().url()).pathname)) await gone;
    await route.continue();
  });
  // One of those that are held may be asked for before the page has loaded.
  await page.goto(page.url(), { waitUntil: "domcontentloaded" });
  return { page, letGo };
}

test("the menu of a row opens, at its button and where the row was pressed", async ({ browser }) => {
  const { page, letGo } = await openWithout(browser, "sakura", "/c/aoba/chat");
  const row = threadRow(page, "高橋 千夏");
  const button = page.getByRole("button", { name: /高橋 千夏.*メニュー|メニュー.*高橋 千夏/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("menu")).toHaveCount(0);
  letGo();
  await expect(page.getByRole("menu")).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("menuitem").first()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await row.click({ button: "right" });
  await expect(page.getByRole("menuitem").first()).toBeVisible();
});

test("the pencil's dialog opens", async ({ browser }) => {
  const { page, letGo } = await openWithout(browser, "sakura", "/c/aoba/chat");
  await page.getByRole("button", { name: "新しい会話" }).click();
  letGo();
  await expect(page.getByRole("dialog", { name: "新しい会話" })).toBeVisible();
});

test("an Enter behind @ picks the first name and sends nothing", async ({ browser }) => {
  const chat = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  const path = await threadRow(chat, "2016年入社の会").getAttribute("href");
  const { page, letGo } = await openWithout(browser, "sakura", path ?? "");
  const field = page.getByRole("textbox", { name: /へのメッセージ/ });
  await field.focus();
  await page.keyboard.type("＠");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("＠");
  letGo();
  await expect(field).toHaveValue(/^@.+ $/);
});

test("the time zones open, and the focus is in their field", async ({ browser }) => {
  const { page, letGo } = await openWithout(browser, "sakura", "/c/aoba/settings");
  const button = page.getByRole("combobox", { name: "タイムゾーン" });
  await button.focus();
  await page.keyboard.press("ArrowDown");
  await expect(button).toHaveAttribute("aria-busy", "true");
  letGo();
  await expect(page.getByRole("combobox", { name: /探す|検索/ })).toBeFocused();
});

test("a page's words are asked for until they come, and then it runs", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  let asked = 0;
  // What the page asks for beforehand, and what it waits for first.
  await page.route("**/api/words/**", (route) => (asked++ < 4 ? route.abort() : route.continue()));
  await page.reload();
  await expect(page.locator("main li a").first()).toBeVisible();
  await expect(async () => {
    await page.getByRole("button", { name: "保存した検索" }).click();
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1_000 });
  }).toPass();
  expect(asked).toBeGreaterThan(4);
});
