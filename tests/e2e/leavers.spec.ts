import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { expectForEveryone, openAs, test } from "./support.ts";

const list = "/c/aoba/desk/leavers";
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const rows = (page: Page) => page.getByRole("row").filter({ has: page.getByRole("rowheader") });
/** Another each time, so that a walk that is repeated meets nobody of before. */
const mark = () => String(Math.floor(Math.random() * 1e9));

async function enter(page: Page, typed: Record<string, string>): Promise<void> {
  await page.goto(`${list}/new`);
  for (const [name, text] of Object.entries(typed)) await field(page, name).fill(text);
  await page.getByRole("button", { name: "登録する" }).click();
  await expect(page.getByRole("button", { name: "編集する" })).toBeVisible();
}

test("HR enters leavers by hand, finds them, tags some and takes it back, saves a table and erases", async ({
  browser,
}) => {
  const n = mark();
  const hr = await openAs(browser, "yuki", { path: list });
  await expectForEveryone(hr, "the list of leavers");
  await hr.getByRole("link", { name: "手で入力する" }).click();
  await expectForEveryone(hr, "the form of a leaver");
  // What is wrong stands beside its field, which has the focus; what was typed stays.
  await field(hr, "姓").fill("髙橋");
  await field(hr, "姓の読み").fill("ﾀｶﾊｼ");
  await field(hr, "名の読み").fill("千夏");
  await field(hr, "入社日").fill("平成1年4月1日");
  await field(hr, "社員番号").fill(`a${n}`);
  await hr.getByRole("button", { name: "登録する" }).click();
  await expect(hr.getByText("姓と名の両方を入れてください。")).toBeVisible();
  await expect(field(hr, "名")).toBeFocused();
  await expect(field(hr, "名の読み")).toHaveAccessibleDescription("ひらがなかカタカナで入れてください。");
  await field(hr, "名").fill("千夏");
  await field(hr, "名の読み").fill("チナツ");
  await hr.getByRole("button", { name: "登録する" }).click();
  await expect(hr.getByRole("heading", { name: "髙橋 千夏" })).toBeVisible();
  await expect(hr.getByText("1989/04/01")).toBeVisible();
  await expect(hr.getByText("退職日は記録されていません")).toBeVisible();
  await expectForEveryone(hr, "a leaver's record");
  // Who has a number is said, and led to.
  await hr.goto(`${list}/new`);
  await field(hr, "姓").fill("高橋");
  await field(hr, "名").fill("千秋");
  await field(hr, "社員番号").fill(`ａ${n}`);
  await hr.getByRole("button", { name: "登録する" }).click();
  await expect(hr.getByText("この社員番号は髙橋 千夏さんの記録にあります。")).toBeVisible();
  await expect(hr.getByRole("link", { name: "髙橋 千夏" })).toBeVisible();
  await field(hr, "社員番号").fill(`b${n}`);
  await hr.getByRole("button", { name: "登録する" }).click();
  await expect(hr.getByRole("heading", { name: "高橋 千秋" })).toBeVisible();

  await hr.getByRole("link", { name: "退職者の一覧へ" }).click();
  await hr.getByRole("searchbox", { name: "退職者を探す" }).fill("たかはし");
  await expect(rows(hr).filter({ hasText: `a${n}` })).toBeVisible();
  await hr.getByRole("searchbox", { name: "退職者を探す" }).fill(n);
  await expect(rows(hr)).toHaveCount(2);
  await expect(hr).toHaveURL(new RegExp(`q=${n}`));
  await hr.getByRole("checkbox", { name: "このページのすべてを選ぶ" }).click();
  await expect(hr.getByText("2人を選択中")).toBeVisible();
  await hr.getByRole("button", { name: "タグを付ける" }).click();
  const dialog = hr.getByRole("dialog");
  await dialog.getByRole("button", { name: "タグを付ける" }).click();
  await expect(dialog.getByText("タグを入力してください。")).toBeVisible();
  await dialog.getByLabel("タグ", { exact: true }).fill(`会${n}`);
  await expectForEveryone(hr, "a tag for some");
  await dialog.getByRole("button", { name: "タグを付ける" }).click();
  await expect(hr.getByText(`2人に「会${n}」を付けました`)).toBeVisible();
  await expect(rows(hr).filter({ hasText: `会${n}` })).toHaveCount(2);
  await hr.getByRole("button", { name: "元に戻す" }).click();
  await expect(rows(hr).filter({ hasText: `会${n}` })).toHaveCount(0);

  await hr.getByRole("button", { name: "根拠を記録" }).click();
  await dialog.getByText("本人の希望").click();
  await dialog.getByRole("button", { name: "記録する" }).click();
  await expect(hr.getByText("2人の根拠を記録しました")).toBeVisible();
  const [file] = await Promise.all([
    hr.waitForEvent("download"),
    hr.getByRole("button", { name: "CSVで保存" }).click(),
  ]);
  const table = readFileSync(await file.path(), "utf8");
  expect(table).toMatch(/^\ufeffnumber,familyName/);
  expect(table).toContain(`a${n},髙橋,千夏,たかはし,ちなつ`);

  await hr.getByRole("button", { name: "消去", exact: true }).click();
  await expect(dialog.getByText("2人の記録を消去しますか")).toBeVisible();
  await dialog.getByRole("button", { name: "2人を消去する" }).click();
  await expect(hr.getByText("2人の記録を消去しました")).toBeVisible();
  await expect(hr.getByText(`「${n}」にあてはまる人がいません`)).toBeVisible();
});

test("what another of HR saved meanwhile is shown, and nothing that was typed is lost", async ({
  browser,
}) => {
  const n = mark();
  const hr = await openAs(browser, "yuki", { path: list });
  await enter(hr, { 姓: "退職", 名: `某${n}`, 部署: "経理部" });
  const address = hr.url();
  const other = await openAs(browser, "koji", { path: address });
  await hr.getByRole("button", { name: "編集する" }).click();
  await other.getByRole("button", { name: "編集する" }).click();
  await field(other, "部署").fill("人事部");
  await field(other, "雇用形態").fill("正社員");
  await other.getByRole("button", { name: "保存する" }).click();
  await expect(other.getByText("人事部")).toBeVisible();
  await field(hr, "部署").fill("総務部");
  await field(hr, "役職").fill("課長");
  await hr.getByRole("button", { name: "保存する" }).click();
  await expect(hr.getByText("編集している間に、ほかの担当者が保存しました")).toBeVisible();
  await expect(hr.getByText("部署：人事部")).toBeVisible();
  await expect(field(hr, "部署")).toHaveValue("総務部");
  await expect(field(hr, "雇用形態")).toHaveValue("正社員");
  await expectForEveryone(hr, "a record that another changed");
  await hr.getByRole("button", { name: "部署をこちらにする" }).click();
  await expect(field(hr, "部署")).toHaveValue("人事部");
  await hr.getByRole("button", { name: "保存する" }).click();
  await expect(hr.getByRole("button", { name: "編集する" })).toBeFocused();
  await expect(hr.getByText("課長")).toBeVisible();
  await expect(hr.getByText("人事部")).toBeVisible();
});

test("two records of one person become one, on a phone", async ({ browser }) => {
  const n = mark();
  const hr = await openAs(browser, "yuki", { path: list, width: 390 });
  await enter(hr, { 姓: "重複", 名: `某${n}`, 退職日: "2020-03-31", 社員番号: `x${n}` });
  await enter(hr, { 姓: "重複", 名: `某${n}`, 退職日: "2020-03-31", 私用メール: `x${n}@example.net` });
  await expect(hr.getByText("同じ人かもしれない記録が1件あります")).toBeVisible();
  await expectForEveryone(hr, "a leaver who may be another");
  await hr.getByRole("link", { name: "ひとつにまとめる" }).click();
  await expect(field(hr, "社員番号")).toHaveValue(`x${n}`);
  await expectForEveryone(hr, "two that become one");
  await hr.getByRole("button", { name: "まとめて保存する" }).click();
  await expect(hr.getByRole("button", { name: "編集する" })).toBeVisible();
  await expect(hr.getByText(`x${n}@example.net`)).toBeVisible();
  await expect(hr.getByText("同じ人かもしれない")).toHaveCount(0);
  // A row is a card, and the page no wider than the phone.
  await hr.goto(`${list}?q=${n}`);
  await expect(rows(hr)).toHaveCount(1);
  expect(await hr.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await hr.setViewportSize({ width: 320, height: 640 });
  expect(await hr.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await expectForEveryone(hr, "the list of leavers on a phone");
});

test("leavers are HR's alone", async ({ browser }) => {
  const sakura = await openAs(browser, "sakura", { path: list });
  await expect(sakura.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();
});
