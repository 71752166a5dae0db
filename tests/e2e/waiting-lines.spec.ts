import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { conversation, type Named, openAs, test, threadRow } from "./support.ts";

/** Somebody's page with a conversation open, and its path. */
async function openThread(
  browser: Browser,
  who: Named,
  name: string,
  company = "aoba",
): Promise<[Page, string]> {
  const page = await openAs(browser, who, { path: `/c/${company}/chat` });
  await threadRow(page, name).click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]+/);
  await expect(composer(page)).toBeVisible();
  return [page, new URL(page.url()).pathname];
}

const composer = (page: Page) => page.getByRole("textbox", { name: /さんへのメッセージ|^Message to/ });

async function write(page: Page, ...texts: string[]): Promise<void> {
  for (const text of texts) {
    await composer(page).fill(text);
    await composer(page).press("Enter");
  }
}

const kept = (context: BrowserContext) =>
  context
    .pages()[0]
    ?.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(":line:")).length);

test("what was written without a connection goes out from any page, though its tab is closed", async ({
  browser,
}) => {
  const [sakura, path] = await openThread(browser, "sakura", "高橋 千夏");
  const context = sakura.context();
  const mark = crypto.randomUUID().slice(0, 8);
  await context.setOffline(true);
  await write(sakura, `${mark} 一`, `${mark} 二`, `${mark} 三`);
  await expect(conversation(sakura).getByText(mark)).toHaveCount(3);
  await sakura.close();
  await context.setOffline(false);

  const elsewhere = await context.newPage();
  await elsewhere.goto("/c/aoba/feed");
  const chinatsu = await openAs(browser, "chinatsu", { path });
  await expect(conversation(chinatsu).getByText(mark)).toHaveCount(3, { timeout: 15_000 });
  expect(await conversation(chinatsu).getByText(mark).allInnerTexts()).toEqual([
    `${mark} 一`,
    `${mark} 二`,
    `${mark} 三`,
  ]);
  await expect.poll(() => kept(context)).toBe(0);
});

test("two tabs of a device send what waits once, in order, and both show it so", async ({ browser }) => {
  const [sakura, path] = await openThread(browser, "sakura", "高橋 千夏");
  const other = await sakura.context().newPage();
  await other.goto(path);
  await expect(composer(other)).toBeVisible();
  const mark = crypto.randomUUID().slice(0, 8);
  await sakura.context().setOffline(true);
  await write(sakura, `${mark} 一`);
  await expect(conversation(other).getByText(mark)).toHaveCount(1);
  await write(other, `${mark} 二`);
  await write(sakura, `${mark} 三`);
  await sakura.context().setOffline(false);
  const expected = [`${mark} 一`, `${mark} 二`, `${mark} 三`];
  for (const page of [sakura, other]) {
    await expect(page.locator(`[data-number]`).getByText(mark)).toHaveCount(3, { timeout: 15_000 });
    expect(await conversation(page).getByText(mark).allInnerTexts()).toEqual(expected);
  }
  await other.reload();
  await expect(conversation(other).getByText(mark)).toHaveCount(3);
});

test("the tab's title counts what is unread, on every page and in every tab, until it is read", async ({
  browser,
}) => {
  // Here nobody writes to her but in this walk.
  const [chinatsu, path] = await openThread(browser, "chinatsu", "Tomás Arregui", "larkfield");
  await expect(threadRow(chinatsu, "Tomás Arregui").first()).not.toContainText("未読");
  await chinatsu.goto("/c/larkfield/feed");
  await chinatsu.waitForLoadState("networkidle");
  const other = await chinatsu.context().newPage();
  await other.goto("/c/larkfield/directory");
  const before = Number(/^\((\d+)\)/.exec(await chinatsu.title())?.[1] ?? 0);

  const tomas = await openAs(browser, "tomas", { path });
  await write(tomas, "One", "Two");
  for (const page of [chinatsu, other])
    await expect(page).toHaveTitle(new RegExp(`^\\(${before + 2}\\) \\S`));
  await chinatsu.getByRole("link", { name: "名簿" }).first().click();
  await expect(chinatsu).toHaveTitle(new RegExp(`^\\(${before + 2}\\) 名簿`));

  await other.goto(path);
  const title = before === 0 ? /^(?!\()/ : new RegExp(`^\\(${before}\\) `);
  for (const page of [chinatsu, other]) await expect(page).toHaveTitle(title);
});
