import { expect } from "@playwright/test";
import { openAs, test } from "./support.ts";

test("the front door opens by the name that everybody uses, and by no part of it", async ({ page }) => {
  await page.goto("/");
  const field = page.getByRole("textbox", { name: /会社の名前/ });
  await field.fill("青葉化");
  await field.press("Enter");
  await expect(page.getByText("この名前の会社は見つかりませんでした", { exact: false })).toBeVisible();
  await field.fill("㈱アオバ");
  await field.press("Enter");
  await expect(page).toHaveURL(/\/sign-in\?company=aoba/);
});

test("the directory finds by Kunrei romaji behind a comma, and by the year of joining", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/directory?q=takahasi%2C%20kousaku" });
  await expect(page.getByRole("link", { name: "髙橋 耕作" })).toBeVisible();
  await page.goto("/c/aoba/directory?q=2016%E5%B9%B4%E5%85%A5%E7%A4%BE");
  await expect(page.getByRole("main").getByText("2016").first()).toBeVisible();
});

test("a time zone is found by a country in the other language, and kept under its name of today", async ({
  browser,
}) => {
  const page = await openAs(browser, "rachel", { locale: "en", path: "/c/larkfield/settings" });
  await page.getByRole("combobox", { name: /^Time zone/ }).click();
  await page.getByRole("combobox", { name: /Search by city, country or name/ }).fill("ベトナム");
  await page.getByRole("option", { name: /Ho Chi Minh/ }).click();
  await expect(page.getByRole("combobox", { name: /^Time zone/ })).toContainText("Ho Chi Minh");
  await page.reload();
  await expect(page.getByRole("combobox", { name: /^Time zone/ })).toContainText("Ho Chi Minh");
  await page.getByRole("combobox", { name: /^Time zone/ }).click();
  await page.getByRole("combobox", { name: /Search by city, country or name/ }).fill("Chicago");
  await page.getByRole("option").first().click();
});
