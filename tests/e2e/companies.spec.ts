import { expect, type Page } from "@playwright/test";
import { openAs, test } from "./support.ts";

const notFound = (page: Page) =>
  page.getByRole("heading", {
    name: /ページが見つかりません|会話が見つかりません|There is no such page|conversation/,
  });

test("one account in two companies goes from one to the other, each in its own colour", async ({
  browser,
}) => {
  const page = await openAs(browser, "chinatsu");
  await expect(page).toHaveURL(/\/companies/);
  await page.getByRole("link", { name: /青葉化学工業/ }).click();
  await expect(page).toHaveURL(/\/c\/aoba\/feed/);
  const hue = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent-hue").trim());
  expect(await hue()).toBe("155");
  await page
    .getByRole("button", { name: /のメニュー/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: /Larkfield/ }).click();
  await expect(page).toHaveURL(/\/c\/larkfield/);
  await expect.poll(hue).toBe("262");
});

test("nothing of another company is reached by its address", async ({ browser }) => {
  const sakura = await openAs(browser, "sakura");
  await sakura.goto("/c/aoba/directory");
  const person = await sakura.locator("main a[href*='/people/']").first().getAttribute("href");
  await sakura.goto("/c/aoba/chat");
  const thread = await sakura.locator("main li a[href*='/chat/']").first().getAttribute("href");
  const hannah = await openAs(browser, "hannah");
  const paths = [
    "/c/aoba/feed",
    "/c/aoba/directory",
    "/c/aoba/chat",
    "/c/aoba/settings",
    person,
    thread,
    "/c/nowhere/feed",
  ];
  // Her own company's address with the other's ids.
  const swapped = [person, thread].map((path) => path?.replace("/c/aoba/", "/c/larkfield/"));
  for (const path of [...paths, ...swapped, "/c/larkfield/people/1", "/c/larkfield/chat/not-an-id"]) {
    const response = await hannah.goto(path ?? "");
    expect(response?.status(), path ?? "").toBe(404);
    await expect(notFound(hannah).first(), path ?? "").toBeVisible();
    expect(await hannah.content()).not.toContain("青葉");
  }
});

test("a suspended member is not let in", async ({ browser }) => {
  const page = await openAs(browser, "tsuyoshi");
  await expect(page).toHaveURL(/\/companies/);
  await expect(page.getByText("青葉化学")).toHaveCount(0);
  expect((await page.goto("/c/aoba/feed"))?.status()).toBe(404);
});

test("settings hold: language, appearance and time zone, at once and after a reload", async ({ browser }) => {
  const page = await openAs(browser, "tomas");
  await page.goto("/c/larkfield/settings");
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  const english = page.locator("html[lang=en]");
  const toJapanese = page.getByText("日本語", { exact: true }).last();
  if (await english.count()) await toJapanese.click();
  await expect(page.getByRole("heading", { name: "設定" })).toBeVisible();
  await page.getByText("夜", { exact: true }).click();
  await expect.poll(scheme).toBe("dark");
  await page.reload();
  await expect(page.locator("html[lang=ja]")).toHaveCount(1);
  expect(await scheme()).toBe("dark");
  await page.getByText("English", { exact: true }).last().click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});
