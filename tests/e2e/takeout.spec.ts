import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { unzip } from "#tests/takeout/unzip.ts";
import { expectForEveryone, openAs, test } from "./support.ts";

test("one's own data: asked for by one press, made meanwhile, downloaded, and made anew; an old link leads nowhere", async ({
  browser,
}) => {
  const page = await openAs(browser, "chinatsu", { path: "/c/aoba/settings/my-data", width: 390 });
  await page.getByRole("button", { name: "ダウンロードを用意する" }).click();
  const making = page.getByRole("progressbar", { name: "データをまとめています" });
  const ready = page.getByRole("paragraph").filter({ hasText: "ダウンロードできます" });
  await expect(making.or(ready)).toBeVisible();
  await page.reload();
  await expect(making.or(ready)).toBeVisible();
  await expect(ready).toBeVisible();
  await expect(making).toHaveCount(0);
  await expectForEveryone(page, "my data, to be downloaded");

  const link = page.getByRole("link", { name: /^ダウンロード/ });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^okaeri-青葉化学工業株式会社-\d{4}-\d\d-\d\d\.zip$/);
  const entries = unzip(readFileSync(await download.path()));
  const data = JSON.parse(String(entries.get("data.json")));
  expect(data).toMatchObject({ format: "okaeri-takeout", account: [{ email: "chinatsu@example.com" }] });
  expect(String(entries.get("README.txt"))).toContain("csv/membership.csv");

  const old = (await link.getAttribute("href")) ?? "";
  const { headers } = await headersOf();
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["content-disposition"]).toMatch(
    /^attachment; filename="okaeri-aoba-\d{4}-\d\d-\d\d\.zip"; filename\*=UTF-8''/,
  );
  await page.getByRole("button", { name: "新しく作り直す" }).click();
  await expect(link).not.toHaveAttribute("href", old);
  expect((await page.request.get(old)).status()).toBe(404);
  const current = (await link.getAttribute("href")) ?? "";
  const yuki = await openAs(browser, "yuki", { path: "/c/aoba/settings/my-data" });
  expect((await yuki.request.get(current)).status()).toBe(404);
  await page.goto("/c/aoba/settings");
  await page.getByRole("button", { name: "サインアウト" }).last().click();
  await expect(page).not.toHaveURL(/settings/);
  expect((await page.request.get(current)).status()).toBe(404);

  async function headersOf() {
    const answer = await page.request.head(old);
    return { headers: answer.headers() };
  }
});
