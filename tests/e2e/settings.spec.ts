import { expect, type Page } from "@playwright/test";
import { expectForEveryone, openAs, requestAs, test } from "./support.ts";

const choice = (page: Page, name: string) => page.getByText(name, { exact: true }).last();

/** Chooses a time zone, and waits until it is kept: it is shown at once, and a reload would take the question back. */
async function chooseTimeZone(page: Page, place: string): Promise<void> {
  await page.getByRole("combobox", { name: /^(タイムゾーン|Time zone)/ }).click();
  await page
    .getByRole("combobox", { name: /都市・国・名前で探す|Search by city, country or name/ })
    .fill(place);
  await page.getByRole("option").first().click();
  const marks = page.getByRole("region", { name: /^(表示|Display)$/ }).getByRole("status");
  await expect(marks.last()).toHaveText(/^(保存しました|Saved)$/);
}

/** Rachel's settings, with those that she came with. */
async function openSettings(page: Page): Promise<void> {
  await page.goto("/c/larkfield/settings");
  await choice(page, "English").click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
  await choice(page, "Match device").click();
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
  await expect(page.getByRole("combobox", { name: /^タイムゾーン/ })).toContainText("ホノルル");
  await page.reload();
  await expect(page.locator("html[lang=ja]")).toHaveCount(1);
  expect(await scheme()).toBe("dark");
  await expect(page.getByRole("combobox", { name: /^タイムゾーン/ })).toContainText("ホノルル");
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

test("without a connection nothing is changed: each setting stands as it was and says why", async ({
  browser,
}) => {
  await requestAs(browser, "rachel");
  const page = await openAs(browser, "rachel", { locale: "en" });
  await page.context().grantPermissions(["notifications"]);
  await openSettings(page);
  const unheard: Error[] = [];
  page.on("pageerror", (error) => unheard.push(error));
  const refused = (setting: string) =>
    page.getByRole("region", { name: setting }).getByText("We could not connect", { exact: false });
  const chosen = (name: string) => page.getByRole("radio", { name, exact: true });
  const reads = page.getByRole("switch", { name: /^Share what I have read/ });
  const shared = await reads.isChecked();

  await page.context().setOffline(true);
  await choice(page, "日本語").click();
  await choice(page, "Dark").click();
  await expect(refused("Display")).toHaveCount(2);
  await reads.click();
  await choice(page, "Never").click();
  await expect(refused("What others see in chat")).toBeVisible();
  await page.getByRole("switch", { name: /^Notify me in this browser/ }).click();
  await expect(refused("Notifications")).toHaveCount(2);
  await page
    .getByRole("button", { name: /^Sign out .* on / })
    .first()
    .click();
  await expect(refused("Where you are signed in")).toBeVisible();
  await expect(chosen("English")).toBeChecked();
  await expect(chosen("Match device")).toBeChecked();
  await expect(chosen("Never")).not.toBeChecked();
  await expect(page.getByRole("switch", { name: /^Notify me/ })).not.toBeChecked();
  await expect(reads).toBeChecked({ checked: shared });
  await expect(page.getByText("Saving")).toHaveCount(0);
  await expectForEveryone(page, "settings without a connection");
  // Nor is one signed out, and left with a page that cannot be loaded.
  await page.getByRole("region", { name: "Account" }).getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByText("Other pages open once you are connected", { exact: false })).toBeVisible();
  expect(unheard).toEqual([]);

  await page.context().setOffline(false);
  await choice(page, "Dark").click();
  await expect(page.locator("html[data-scheme=dark]")).toHaveCount(1);
  await expect(refused("Display")).toHaveCount(1);
  await page.reload();
  await expect(chosen("Dark")).toBeChecked();
  await openSettings(page);
});

test("what is chosen in the moment in which one leaves is kept, all of it, and the last choice wins", async ({
  browser,
}) => {
  const page = await openAs(browser, "tomas", { locale: "en", path: "/c/larkfield/settings" });
  const content = page.getByRole("switch", { name: "Include the message in emails" });
  const before = await content.isChecked();
  const place = await content.elementHandle();
  await page.evaluate((last) => {
    const radios = document.querySelectorAll<HTMLElement>("input[name=colorScheme]");
    for (const one of [radios[1], radios[2], last]) if (one instanceof HTMLElement) one.click();
    location.assign("/api/health");
  }, place);
  await page.waitForURL(/health/);
  // What the page that is gone has sent may still be on its way.
  await expect(async () => {
    await page.goto("/c/larkfield/settings");
    await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked({ timeout: 1000 });
    await expect(content).toBeChecked({ checked: !before, timeout: 1000 });
  }).toPass();
  await choice(page, "Match device").click();
  await expect(page.locator("html[data-scheme=system]")).toHaveCount(1);
});

test("a choice that is not kept is told on the page to which one has gone meanwhile", async ({ browser }) => {
  const page = await openAs(browser, "tomas", { locale: "en", path: "/c/larkfield/settings" });
  const left = Promise.withResolvers<void>();
  await page.route("**/api/preferences", async (route) => {
    await left.promise;
    await route.abort();
  });
  await choice(page, "Dark").click();
  await page.getByRole("navigation").getByRole("link", { name: "Directory" }).click();
  await expect(page).toHaveURL(/directory/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Directory");
  left.resolve();
  await expect(
    page.getByRole("status").filter({ hasText: "The setting that you chose was not saved" }),
  ).toBeVisible();
});
