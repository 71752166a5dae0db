import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";
import { expectForEveryone, openAs, test } from "./support.ts";

const sample = (name: string) => join("tests/leavers/samples", name);
const filters = (page: Page) => page.getByRole("navigation", { name: "表示する人" });
const shown = (page: Page, label: string, count: number) =>
  expect(filters(page).getByRole("link", { name: `${label} ${count}`, exact: true })).toBeVisible();
const takeIn = (page: Page | Locator) => page.getByRole("button", { name: "取り込む", exact: true });

/** Chooses files and has them read, until the people in them are shown. */
async function read(page: Page, names: string[]): Promise<void> {
  await page.getByLabel("退職者のファイル").setInputFiles(names.map(sample));
  await page.getByRole("button", { name: "読み取る", exact: true }).click();
  await expect(page).toHaveURL(/desk\/leavers\/import\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { name: "ファイルの読み方" })).toBeVisible();
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  for (const width of [320, 390, 1280, 1920]) {
    await page.setViewportSize({ width, height: 860 });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider, `${page.url()} at ${width} px`).toBe(0);
  }
  await page.setViewportSize({ width: 1280, height: 860 });
}

test("HR drops an export, corrects an error, decides about one, imports; the same again changes nothing; then it is undone", async ({
  browser,
}) => {
  const page = await openAs(browser, "yuki", { path: "/c/aoba/desk/leavers/import" });
  await expect(page.getByText("まだ取り込んでいません")).toBeVisible();
  await page.getByRole("button", { name: "読み取る", exact: true }).click();
  await expect(page.getByRole("alert").getByText("先にファイルを選んでください。")).toBeVisible();
  await expectForEveryone(page, "where an import begins");
  await expectNoSidewaysScroll(page);

  await read(page, ["leavers-ja-shift_jis.csv"]);
  const address = page.url();
  for (const [label, count] of [
    ["すべて", 60],
    ["新規", 53],
    ["変更", 0],
    ["変更なし", 0],
    ["確認が必要", 4],
    ["エラー", 3],
    ["警告あり", 2],
  ] as const)
    await shown(page, label, count);
  await expect(page.getByText("新しく53人を取り込みます。")).toBeVisible();
  await expect(page.getByText("エラー3人、確認待ち4人は取り込まれません。")).toBeVisible();
  await page.getByRole("heading", { name: "ファイルの読み方" }).click();
  await expect(page.getByText("Shift_JIS・60行・カンマ区切り")).toBeVisible();
  await page.getByText(/^列の読み方/).click();
  await expect(page.getByLabel("「社員番号」の列")).toHaveValue("number");
  await expectForEveryone(page, "how a file is read");
  await page.getByRole("heading", { name: "ファイルの読み方" }).click();

  // 60 people are more than a page.
  await page.getByRole("button", { name: "さらに表示" }).click();
  await expect(page.getByRole("article")).toHaveCount(60);
  await expect(page.getByRole("article").nth(50)).toBeFocused();

  await filters(page)
    .getByRole("link", { name: /^エラー/ })
    .click();
  await expect(page).toHaveURL(/show=ERROR/);
  await expect(filters(page).getByRole("link", { name: /^エラー/ })).toBeFocused();
  await expect(page.getByRole("article")).toHaveCount(3);
  await expectForEveryone(page, "people with errors");
  await expectNoSidewaysScroll(page);
  const wrong = page.getByRole("article").first();
  const left = wrong.getByLabel("退職日");
  await expect(left).toHaveValue("2019/02/30");
  await expect(left).toHaveAccessibleDescription(/9行目「退職年月日」.*この日付は暦にありません。/);
  await left.fill("2019/02/31");
  await left.press("Enter");
  await expect(wrong.getByText("まだ直っていないところがあります。")).toBeVisible();
  await expect(left).toBeFocused();
  await expect(left).toHaveValue("2019/02/31");
  await left.fill("2019/02/28");
  await left.press("Enter");
  await expect(wrong.getByText("新規", { exact: true })).toBeVisible();
  await expect(wrong).toBeFocused();
  await expect(wrong).toContainText("2019/02/28");
  await shown(page, "エラー", 2);
  await expect(page.getByText("新しく54人を取り込みます。")).toBeVisible();

  await filters(page)
    .getByRole("link", { name: /^確認が必要/ })
    .click();
  await expect(page.getByRole("article")).toHaveCount(4);
  const unclear = page.getByRole("article").filter({ hasText: "退職日がありません。" });
  await expect(unclear.getByText("選ぶまで、この人は取り込まれません。")).toBeVisible();
  await unclear.getByRole("button", { name: "退職予定者として取り込む" }).click();
  await expect(unclear.getByRole("button", { name: "退職予定者として取り込む" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(page.getByText("新しく55人を取り込みます。")).toBeVisible();
  await expect(page.getByText("エラー2人、確認待ち3人は取り込まれません。")).toBeVisible();
  await expectForEveryone(page, "people to decide about");
  await page.getByRole("button", { name: "確認待ちの3人をまとめて" }).click();
  await page.getByRole("menuitem", { name: "すべて取り込まない" }).click();
  await expect(page.getByText("エラー2人、見送り3人は取り込まれません。")).toBeVisible();
  await page.getByRole("link", { name: /^メールなし/ }).click();
  await expect(page).toHaveURL(/reason=no-mail/);
  await expect(page.getByRole("article")).toHaveCount(1);

  await takeIn(page).click();
  const dialog = page.getByRole("dialog", { name: "新しく55人を取り込みます。" });
  await takeIn(dialog).click();
  await expect(dialog.getByLabel("根拠")).toBeFocused();
  await expectForEveryone(page, "the ground of an import");
  await dialog.getByLabel("根拠").selectOption("退職時に同意を得た");
  await dialog.getByLabel("その日").fill("2026-04-01");
  await dialog.getByLabel("文書の名前").fill("退職時の誓約書 第3版");
  await takeIn(dialog).click();
  await expect(page.getByRole("heading", { name: "取り込みました" })).toBeVisible();
  await expect(page.getByText("新しく55人。")).toBeVisible();
  await expect(page.getByRole("link", { name: "退職者の一覧へ" })).toHaveAttribute(
    "href",
    "/c/aoba/desk/leavers",
  );
  await expectForEveryone(page, "an import that is done");
  await expectNoSidewaysScroll(page);

  await page.getByRole("link", { name: "別のファイルを取り込む" }).click();
  await read(page, ["leavers-ja-shift_jis.csv"]);
  await shown(page, "新規", 0);
  await shown(page, "変更", 0);
  await shown(page, "変更なし", 54);
  await expect(takeIn(page)).toBeDisabled();
  await page.goto(address);
  await page.getByRole("button", { name: "元に戻す" }).click();
  const asking = page.getByRole("dialog", { name: "この取り込みを元に戻しますか" });
  await expect(asking).toContainText("新しく入れた55人の記録を消します。");
  await asking.getByRole("button", { name: "元に戻す" }).click();
  await expect(page.getByRole("heading", { name: "元に戻しました" })).toBeVisible();
  await page.getByRole("link", { name: "取り込みの一覧へ" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "元に戻した" })).toHaveCount(1);
});

test("a workbook beside a file of the wrong kind, in English on a phone: what was dropped and what to do is said, a column is mapped by hand", async ({
  browser,
}) => {
  const page = await openAs(browser, "rachel", {
    path: "/c/larkfield/desk/leavers/import",
    locale: "en",
    width: 390,
  });
  await page
    .getByLabel("Files of leavers")
    .setInputFiles(["excel-taishokusha.xlsx", "SHFD0006.CSV"].map(sample));
  await page.getByRole("button", { name: "Read", exact: true }).click();
  await expect(page.getByText("This is a file for the Japan Pension Service.")).toBeVisible();
  await expect(page.getByText("Columns that were dropped unread: 基本給")).toBeVisible();
  await expect(page.getByText("Row 3 was read as the headings.")).toBeVisible();
  await expect(page.getByText("To be imported: 24 new.")).toBeVisible();
  await expectForEveryone(page, "a workbook and a refused file");
  await page.getByText(/^How its columns are read/).click();
  const department = page.getByLabel(/^The column “.*(部署|所属)/).first();
  await department.selectOption("Not read");
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(page.getByText("To be imported: 24 new.")).toBeVisible();
  await page.getByText(/^How its columns are read/).click();
  await expect(department).toHaveValue("");
  await expectNoSidewaysScroll(page);
});

test("what fails while files are sent keeps them for another try; whoever is not of HR finds no such page", async ({
  browser,
}) => {
  const page = await openAs(browser, "yuki", { path: "/c/aoba/desk/leavers/import" });
  await page.getByLabel("退職者のファイル").setInputFiles({
    name: "退職者.csv",
    mimeType: "text/csv",
    buffer: readFileSync(sample("jinjer.csv")),
  });
  await expect(page.getByRole("list", { name: "選んだファイル" })).toContainText("退職者.csv");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "読み取る", exact: true }).click();
  await expect(page.getByRole("alert").getByText("選んだファイルはそのまま残っています。")).toBeVisible();
  await expect(page.getByRole("list", { name: "選んだファイル" })).toContainText("退職者.csv");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "読み取る", exact: true }).click();
  await expect(page).toHaveURL(/desk\/leavers\/import\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { name: "ファイルの読み方" }).click();
  await expect(page.getByText(/^ジンジャーの書き出しのようです・UTF-8/)).toBeVisible();
  await expect(page.getByText("在籍中の3人は退職者ではないので、除きました。")).toBeVisible();
  const address = page.url();

  const sakura = await openAs(browser, "sakura", { path: "/c/aoba/desk/leavers/import" });
  await expect(sakura.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();
  await sakura.goto(address);
  await expect(sakura.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();
});
