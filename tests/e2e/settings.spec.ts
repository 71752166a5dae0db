import { expect, type Page } from "@playwright/test";
import { openAs, test } from "./support.ts";

const choice = (page: Page, name: string) => page.getByText(name, { exact: true }).last();

async function chooseTimeZone(page: Page, place: string): Promise<void> {
  await page.getByRole("combobox", { name: /^(タイムゾーン|Time zone)/ }).click();
  await page.getByRole("combobox", { name: /地名や名前でさがす|Find a place or a name/ }).fill(place);
  await page.getByRole("option").first().click();
}

/** Rachel's settings, with those that she came with. */
async function openSettings(page: Page): Promise<void> {
  await page.goto("/c/larkfield/settings");
  await choice(page, "English").click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await choice(page, "Like the device").click();
  await expect(page.locator("html[data-scheme=system]")).toHaveCount(1);
}

test("settings hold: language, appearance and time zone, at once and after a reload", async ({ browser }) => {
  const page = await openAs(browser, "rachel");
  await openSettings(page);
  const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await choice(page, "日本語").click();
  await expect(page.getByRole("heading", { name: "設定" })).toBeVisible();
  await choice(page, "夜").click();
  await expect.poll(scheme).toBe("dark");
  await chooseTimeZone(page, "Honolulu");
  await expect(page.getByRole("combobox", { name: /^タイムゾーン/ })).toContainText("Honolulu");
  await page.reload();
  await expect(page.locator("html[lang=ja]")).toHaveCount(1);
  expect(await scheme()).toBe("dark");
  await expect(page.getByRole("combobox", { name: /^タイムゾーン/ })).toContainText("Honolulu");
  await chooseTimeZone(page, "Chicago");
  await openSettings(page);
});

test("what one chooses in one tab holds in the others at once, and takes nothing from them", async ({
  browser,
}) => {
  const page = await openAs(browser, "rachel", { locale: "en" });
  await openSettings(page);
  const chat = await page.context().newPage();
  await chat.goto("/c/larkfield/chat");
  await chat.getByRole("link", { name: /Tomás Arregui/ }).click();
  await chat.getByRole("textbox", { name: /Message to/ }).fill("half a thought");
  const time = chat.locator("main time[datetime*=T]").last();
  const before = await time.textContent();
  await chat.evaluate(() => Object.assign(window, { sameLoad: true }));

  await choice(page, "日本語").click();
  await expect(chat.locator("html[lang=ja]")).toHaveCount(1);
  await expect(chat.getByRole("navigation").getByRole("link", { name: "名簿" })).toBeVisible();
  await expect(chat).toHaveTitle(/おかえり/);
  await choice(page, "夜").click();
  await expect(chat.locator("html[data-scheme=dark]")).toHaveCount(1);
  await chooseTimeZone(page, "Honolulu");
  await expect(time).not.toHaveText(before ?? "");
  await expect(chat.getByRole("textbox", { name: /へのメッセージ/ })).toHaveValue("half a thought");
  expect(await chat.evaluate(() => "sameLoad" in window)).toBe(true);
  await chooseTimeZone(page, "Chicago");
  await openSettings(page);
});
