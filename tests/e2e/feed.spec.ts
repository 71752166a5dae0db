import { expect, type Page } from "@playwright/test";
import { expectForEveryone, openAs, test } from "./support.ts";

const lineOf = (page: Page, words: string) =>
  page.getByRole("main").getByRole("listitem").filter({ hasText: words });
const welcome = (page: Page, name: string) =>
  page.getByRole("button", { name: new RegExp(`^おかえり.*${name}さんへ`) });

test("somebody joins, and everybody's feed says so at once, without moving what is read; おかえり comes home; what she then shows to employees they alone hear of", async ({
  browser,
}) => {
  const reader = await openAs(browser, "sakura");
  await expect(reader.getByRole("heading", { name: "フィード" })).toBeVisible();
  const alumna = await openAs(browser, "chinatsu", { path: "/c/aoba/feed", width: 390 });
  const shiori = await openAs(browser, "shiori");
  await expect(shiori).toHaveURL(/\/companies/);
  await shiori.goto("/c/aoba/feed");
  await expect(shiori).toHaveURL(/\/companies/);
  await shiori.getByRole("button", { name: /参加する/ }).click();
  // Nobody hears of her before she has been welcomed.
  await expect(shiori.getByRole("heading", { name: "おかえりなさい" })).toBeVisible();
  await expect(reader.getByRole("button", { name: "新着1件" })).toHaveCount(0);
  await shiori.goto("/c/aoba/directory");
  await expect(shiori).toHaveURL(/\/c\/aoba\/welcome/);
  await shiori.getByRole("link", { name: "残りはあとで" }).click();
  await shiori.getByRole("button", { name: "はじめる" }).click();
  await expect(shiori).toHaveURL(/\/c\/aoba\/feed/);
  await shiori.getByRole("link", { name: "チャット" }).click();
  await expect(shiori.getByText("会話はまだありません")).toBeVisible();
  await expect(shiori.getByText("会話を選んでください")).toBeHidden();
  await expect(reader.getByText("宮本 詩織")).toHaveCount(0);
  for (const page of [reader, alumna]) {
    await page.getByRole("button", { name: "新着1件" }).click();
    await expect(page.getByText("宮本 詩織").first()).toBeVisible();
  }
  await reader.goto(`/c/aoba/directory?q=${encodeURIComponent("宮本 詩織")}`);
  await expect(reader.getByRole("link", { name: /宮本 詩織/ })).toBeVisible();

  // She has her feed open while others welcome her: each tap is there, who it was, and what was taken back is gone.
  await shiori.goto("/c/aoba/feed");
  const own = lineOf(shiori, "宮本 詩織さんが参加しました");
  await expect(own).toBeVisible();
  await expect(welcome(shiori, "宮本 詩織")).toHaveCount(0);
  await reader.goto("/c/aoba/feed");
  await welcome(reader, "宮本 詩織").click();
  await expect(welcome(reader, "宮本 詩織")).toHaveAttribute("aria-pressed", "true");
  await expect(own.getByText("大野 さくらさんから「おかえり」", { exact: true })).toBeVisible();
  await welcome(alumna, "宮本 詩織").click();
  await expect(own.getByText("大野 さくらさん、高橋 千夏さんから「おかえり」")).toBeVisible();
  await own.getByRole("button", { name: /言った人を見る（2人）/ }).click();
  const givers = own.getByRole("region", { name: "「おかえり」と言った人" });
  await expect(givers.getByRole("link", { name: "高橋 千夏" })).toBeVisible();
  await expectForEveryone(shiori, "the feed with those who said おかえり");
  // The list stays, and the focus in it.
  await givers.getByRole("link", { name: "大野 さくら" }).focus();
  await welcome(alumna, "宮本 詩織").click();
  await expect(own.getByRole("button", { name: /言った人を見る（1人）/ })).toBeVisible();
  await expect(givers.getByRole("link", { name: "高橋 千夏" })).toHaveCount(0);
  await expect(givers.getByRole("link", { name: "大野 さくら" })).toBeFocused();
  await expect(own.getByText("大野 さくらさんから「おかえり」", { exact: true })).toBeVisible();

  // What she keeps to employees is news for them alone.
  await shiori.goto("/c/aoba/profile");
  const part = shiori.getByRole("region", { name: "いまの仕事", exact: true });
  await shiori.getByRole("button", { name: /^いまの仕事の公開範囲/ }).click();
  await shiori.getByRole("menuitemradio", { name: "社員" }).click();
  await expect(part.getByRole("status").filter({ hasText: "保存しました" })).toBeVisible();
  await part.getByRole("button", { name: "いまの仕事を編集する" }).click();
  await part.getByRole("textbox", { name: "会社・団体" }).fill("宮本工房");
  await part.getByRole("button", { name: "保存する" }).click();
  await expect(part.getByText("宮本工房")).toBeVisible();
  await reader.getByRole("button", { name: "新着1件" }).click();
  const changed = "宮本 詩織さんがプロフィールを更新しました";
  await expect(lineOf(reader, changed).getByText("いまの仕事")).toBeVisible();
  await expectForEveryone(reader, "the feed with a changed profile");
  await expect(alumna.getByRole("button", { name: /新着/ })).toHaveCount(0);
  await alumna.reload();
  await expect(lineOf(alumna, "宮本 詩織さんが参加しました")).toBeVisible();
  await expect(lineOf(alumna, changed)).toHaveCount(0);
});

test("おかえり is said and taken back by the keyboard, survives a reload, and goes back where nobody answers", async ({
  browser,
}) => {
  const page = await openAs(browser, "koji", { path: "/c/aoba/feed" });
  const button = page.getByRole("button", { name: /^おかえり.*さんへ/ }).first();
  const before = (await button.textContent()) ?? "";
  await button.focus();
  const kept = page.waitForResponse((response) => response.url().endsWith("/okaeri"));
  await page.keyboard.press("Enter");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await expect(button).not.toHaveText(before);
  await expect(page.getByText(/^あなた/).first()).toBeVisible();
  expect((await kept).ok()).toBe(true);
  await page.reload();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.context().setOffline(true);
  await button.click();
  await expect(page.getByRole("alert").filter({ hasText: "つながりませんでした" })).toBeVisible();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.context().setOffline(false);
  await button.focus();
  await page.keyboard.press("Space");
  await expect(button).toHaveText(before);
});
