import { expect, type Page } from "@playwright/test";
import { expectForEveryone, openAs, test } from "./support.ts";

const line = (page: Page) => page.getByRole("group", { name: /^(絞り込み|Filters)$/ });
const filter = (page: Page, name: string) => line(page).getByRole("button", { name });
const boxes = (page: Page) => page.getByRole("dialog").getByRole("checkbox");
const chosen = (page: Page) => page.getByRole("group", { name: /選んだ条件|Chosen filters/ });
const total = (page: Page) => page.getByRole("main").getByRole("status").first();
const people = (page: Page) => page.getByRole("main").locator("li a[href*='/people/']");

/** What a choice says beside it: how many have it. */
async function peopleOf(page: Page, at: number): Promise<number> {
  const text = await boxes(page).nth(at).locator("xpath=..").textContent();
  return Number(text?.match(/(\d+)人/)?.[1]);
}

test("an employee narrows by departments and years, and each number is what one gets", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  await filter(page, "部署").click();
  await expect(boxes(page).first()).toBeVisible();
  const first = await peopleOf(page, 0);
  const second = await peopleOf(page, 1);
  await boxes(page).first().check();
  await expect(total(page)).toHaveText(`${first}人`);
  // Open still, and another one is added.
  await boxes(page).nth(1).check();
  await expect(total(page)).not.toHaveText(`${first}人`);
  // Some were in both.
  const both = Number.parseInt((await total(page).textContent()) ?? "", 10);
  expect(both).toBeGreaterThan(Math.max(first, second));
  expect(both).toBeLessThanOrEqual(first + second);
  await expectForEveryone(page, "an open filter");
  await page.keyboard.press("Escape");
  await expect(filter(page, "部署")).toBeFocused();
  await expect(chosen(page).getByRole("button", { name: /を外す/ })).toHaveCount(2);

  await filter(page, "入社年").click();
  await page.getByLabel("この年から").selectOption("2010");
  await expect(page).toHaveURL(/joined=2010-/);
  await page.getByLabel("この年まで").selectOption("2016");
  await expect(page).toHaveURL(/joined=2010-2016/);
  await page.keyboard.press("Escape");
  await expectForEveryone(page, "a narrowed directory");

  // Back takes off the last, forward brings it again, and a chip goes by itself.
  await page.goBack();
  await expect(page).not.toHaveURL(/joined=2010-2016/);
  await page.goForward();
  await expect(page).toHaveURL(/joined=2010-2016/);
  await chosen(page).getByRole("button", { name: /入社/ }).click();
  await expect(page).not.toHaveURL(/joined/);
  await expect(total(page)).toHaveText(`${both}人`);
  await chosen(page).getByRole("button", { name: "すべて外す" }).click();
  await expect(page).toHaveURL(/\/directory$/);
  await expect(chosen(page).getByRole("button")).toHaveCount(0);
});

test("those one worked with say so in their rows, and words that are typed stay as one chooses", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  await page.getByRole("searchbox", { name: "名簿から探す" }).fill("たか");
  await filter(page, "一緒に働いた人").click();
  await expect(filter(page, "一緒に働いた人")).toHaveAttribute("aria-pressed", "true");
  await expect(page).toHaveURL(/with=me/);
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("searchbox", { name: "名簿から探す" })).toHaveValue("たか");
  await page.getByRole("searchbox", { name: "名簿から探す" }).fill("");
  await expect(page).not.toHaveURL(/q=/);
  await expect(people(page).first()).toBeVisible();
  for (const row of await page.getByRole("main").locator("li").all())
    await expect(row).toContainText(/ごいっしょ|同期入社/);
});

test("a choice is found by typing and ticked by keys alone", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  await filter(page, "活動エリア").press("Enter");
  const field = page.getByRole("dialog").getByRole("searchbox");
  await expect(field).toBeFocused();
  await field.fill("tokyo");
  await expect(boxes(page)).toHaveCount(1);
  // An arrow of a conversion is not for the choices.
  await field.dispatchEvent("keydown", { key: "ArrowDown", isComposing: true });
  await expect(field).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(boxes(page).first()).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/area=13/);
  await page.keyboard.press("Escape");
  await expect(chosen(page).getByRole("button", { name: "エリア 東京都を外す" })).toBeVisible();
});

test("of one filter ten are chosen at most", async ({ browser }) => {
  const ten = Array.from({ length: 10 }, (_, at) => `skill=no+such+skill+${at}`).join("&");
  const page = await openAs(browser, "sakura", { path: `/c/aoba/directory?${ten}` });
  await filter(page, "得意なこと").click();
  const other = page.getByRole("dialog").getByRole("checkbox", { checked: false }).first();
  await expect(other).toBeDisabled();
  await expect(page.getByRole("dialog").getByText("10個までです。", { exact: false })).toBeVisible();
  await boxes(page).first().uncheck();
  await expect(other).toBeEnabled();
});

test("without a connection the choices say so, and come when it is back", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  // The popup itself is there.
  await filter(page, "部署").click();
  await expect(boxes(page).first()).toBeVisible();
  await page.keyboard.press("Escape");
  await page.context().setOffline(true);
  await filter(page, "部署").click();
  await expect(page.getByRole("dialog").getByText("オフラインです", { exact: false }).last()).toBeVisible();
  await page.context().setOffline(false);
  await expect(boxes(page).first()).toBeVisible();
});

test("an alumna on a phone opens all filters in one sheet, and Back keeps what she chose", async ({
  browser,
}) => {
  const page = await openAs(browser, "chinatsu", { path: "/c/aoba/directory", width: 390 });
  await page.getByRole("button", { name: "絞り込む" }).click();
  await page.getByRole("switch", { name: "一緒に働いた人" }).check();
  await expect(page).toHaveURL(/with=me/);
  await expectForEveryone(page, "the sheet of filters");
  await page.goBack();
  await expect(page.getByRole("switch")).toBeHidden();
  await expect(page).toHaveURL(/with=me/);
  await expect(page.getByRole("button", { name: /^絞り込む ?1件を選択中$/ })).toBeVisible();
  // On the narrowest phones too the kinds stand in one line beside it.
  await page.setViewportSize({ width: 360, height: 780 });
  const kinds = await page.getByRole("navigation", { name: "表示する人" }).boundingBox();
  const filters = await page.getByRole("button", { name: /^絞り込む/ }).boundingBox();
  expect(kinds?.height).toBeLessThan(50);
  expect(filters?.y).toBe(kinds?.y);
  const heights = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(heights[0]).toBe(heights[1]);
});

test("an address says the same to whoever opens it, in their language; what nobody has shows its chip and nobody", async ({
  browser,
}) => {
  // As somebody else sent it.
  const page = await openAs(browser, "hannah", {
    path: "/c/larkfield/directory?skill=no+such+skill&joined=2010-2016",
    locale: "en",
  });
  await expect(chosen(page).getByRole("button", { name: "Remove Joined 2010–2016" })).toBeVisible();
  await expect(page.getByText("Nobody matches all of this")).toBeVisible();
  await page.getByRole("link", { name: "Without “Good at no such skill”" }).click();
  await expect(people(page).first()).toBeVisible();
  await expect(page).toHaveURL(/directory\?joined=2010-2016$/);
});

test("a search is saved by a proposed name, opened again, named anew, taken away and brought back", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory?area=13&kind=ALUMNUS" });
  const button = page.getByRole("button", { name: "保存した検索" });
  await button.click();
  const name = page.getByRole("textbox", { name: "この検索の名前" });
  await expect(name).toHaveValue("アルムナイ、東京都");
  await name.press("Enter");
  const saved = page.getByRole("dialog").getByRole("link", { name: "アルムナイ、東京都" });
  await expect(saved).toHaveAttribute("aria-current", "true");
  await expectForEveryone(page, "saved searches");
  await page.getByRole("button", { name: "「アルムナイ、東京都」の名前を変える" }).click();
  await expect(name).toBeFocused();
  await name.fill("東京の仲間");
  await page.getByRole("button", { name: "保存する" }).click();
  await expect(page.getByText("「東京の仲間」を保存しました。")).toBeAttached();
  await expect(page.getByRole("dialog").getByRole("link", { name: "東京の仲間" })).toBeFocused();

  await page.goto("/c/aoba/directory");
  await button.click();
  await page.getByRole("dialog").getByRole("link", { name: "東京の仲間" }).click();
  await expect(page).toHaveURL(/kind=ALUMNUS&area=13/);
  await button.click();
  await page.getByRole("button", { name: "「東京の仲間」を削除する" }).click();
  await expect(page.getByText("「東京の仲間」を削除しました。")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "元に戻す" }).click();
  await expect(page.getByText("「東京の仲間」を元に戻せませんでした。")).toBeVisible();
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "元に戻す" }).click();
  await button.click();
  await expect(page.getByRole("dialog").getByRole("link", { name: "東京の仲間" })).toBeVisible();
});
