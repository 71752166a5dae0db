import { expect } from "@playwright/test";
import { expectFocus, openKit, specimen } from "./kit-page.ts";
import { test } from "./support.ts";

test("tabs: arrows open the next one, Home and End the ends; the focus goes on into the panel", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const tabs = specimen(page, "Tabs");
  const tab = (name: string) => tabs.getByRole("tablist").first().getByRole("tab", { name });
  await tab("基本").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab("経歴")).toHaveAttribute("aria-selected", "true");
  await expect(tabs.getByRole("tabpanel").first()).toContainText("経歴");
  await page.keyboard.press("End");
  await expect(tab("連携")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowRight");
  await expect(tab("基本")).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Home");
  await expect(tab("基本")).toHaveAttribute("aria-selected", "true");
  await expect(tab("無効")).toHaveAttribute("aria-disabled", "true");
  await page.keyboard.press("Tab");
  await expectFocus(tabs.getByRole("tabpanel").first());
});

test("a choice in the room of one word: arrows walk it and choose nothing, Enter does, Escape leaves it as it is", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const button = specimen(page, "ChoiceMenu").getByRole("button", { name: "公開範囲" }).first();
  const item = (name: string) => page.getByRole("menuitemradio", { name });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(item("自分だけ")).toHaveAttribute("aria-checked", "true");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(button).toHaveText("自分だけ");
  await page.keyboard.press("Escape");
  await expectFocus(button);
  await expect(button).toHaveText("自分だけ");
  await page.keyboard.press("Enter");
  await item("全員").focus();
  await page.keyboard.press("Enter");
  await expect(button).toHaveAccessibleName("公開範囲: 全員");
  await expectFocus(button);
});

test("a tooltip comes with the focus and goes with Escape", async ({ browser }) => {
  const page = await openKit(browser);
  const button = page.getByRole("button", { name: "名簿を書き出す" });
  await page.getByRole("tabpanel").last().getByRole("link").focus();
  await page.keyboard.press("Tab");
  await expectFocus(button);
  const tooltip = page.getByText("名簿を書き出す", { exact: true });
  await expect(tooltip).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tooltip).toBeHidden();
  await expectFocus(button);
});

test("a toast is undone by its button and by Ctrl-Z, and the focus goes back; a text keeps its own Ctrl-Z", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const toast = specimen(page, "Toast");
  const show = toast.getByRole("button", { name: "取り消せるお知らせを出す" });
  const said = toast.getByText("会話をしまいました。");
  await show.press("Enter");
  await expect(said).toBeVisible();
  await show.press("Control+z");
  await expect(toast.getByText("元に戻しました。 × 1")).toBeVisible();
  await expect(said).toBeHidden();

  await show.press("Enter");
  const text = toast.getByRole("textbox");
  await text.fill("a");
  await text.press("Control+z");
  await expect(said).toBeVisible();
  await page.keyboard.press("Tab");
  const undo = toast.getByRole("button", { name: "元に戻す" });
  await expectFocus(undo);
  await page.keyboard.press("Enter");
  await expect(toast.getByText("元に戻しました。 × 2")).toBeVisible();
  await expect(undo).toHaveCount(0);
  await expectFocus(text);
});

test("a side sheet takes the focus and gives it back, and the page beside stays in use; on a phone it covers the page", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const open = page.getByRole("button", { name: "横に開く" });
  const sheet = page.getByRole("dialog", { name: "プロフィール" });
  const counter = page.getByRole("button", { name: /^押した回数/ });
  await open.press("Enter");
  await expectFocus(sheet.getByRole("button", { name: "閉じる" }));
  await counter.click();
  await expect(counter).toHaveText("押した回数 1");
  await expect(sheet).toBeVisible();
  await sheet.getByRole("button", { name: "開く" }).focus();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expectFocus(open);
  await open.press("Enter");
  await expect(sheet).toBeVisible();
  await page.goBack();
  await expect(sheet).toBeHidden();
  await expect(page).toHaveURL(/\/kit$/);

  const phone = await openKit(browser, { width: 390 });
  await phone.getByRole("button", { name: "横に開く" }).click();
  await expect(phone.getByRole("dialog", { name: "プロフィール" })).toBeVisible();
  await expect(phone.getByRole("button", { name: /^押した回数/ })).toHaveCount(0);
  await phone.goBack();
  await expect(phone.getByRole("dialog", { name: "プロフィール" })).toBeHidden();
});

test("a menu opens by keys and walks by arrows, and Escape gives the focus back", async ({ browser }) => {
  const page = await openKit(browser);
  const button = page.getByRole("button", { name: "操作" }).first();
  const item = (name: string) => page.getByRole("menuitem", { name });
  await button.press("ArrowDown");
  await expectFocus(item("名前を変える"));
  await page.keyboard.press("ArrowDown");
  await expectFocus(item("写しを作る"));
  await page.keyboard.press("Enter");
  await expect(specimen(page, "MenuButton").getByRole("status")).toHaveText("選んだもの: 写しを作る");
  await expectFocus(button);
  await button.press("Enter");
  await expectFocus(item("名前を変える"));
  await page.keyboard.press("End");
  await expectFocus(item("2016年入社の会"));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expectFocus(button);
});

test("a table: Space ticks a row, the arrows lead to the next, Shift ticks all between, and a heading sorts", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const table = specimen(page, "DataTable");
  const box = (number: string) => table.getByRole("checkbox", { name: new RegExp(number) });
  const all = table.getByRole("checkbox", { name: "このページのすべてを選ぶ" });
  await expect(table.getByText("1人を選択中")).toBeVisible();
  await table.getByRole("button", { name: "選択を解除する" }).click();
  await expect(table.getByText("1人を選択中")).toBeHidden();
  await box("000").focus();
  await page.keyboard.press("Space");
  await expect(box("000")).toBeChecked();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expectFocus(box("002"));
  await expect(box("002")).not.toBeChecked();
  await box("003").click({ modifiers: ["Shift"] });
  for (const number of ["000", "001", "002", "003"]) await expect(box(number)).toBeChecked();
  await expect(box("004")).not.toBeChecked();
  await expect(table.getByText("4人を選択中")).toBeVisible();
  await expect(all).toHaveJSProperty("indeterminate", true);
  await all.click();
  await expect(table.getByText("8人を選択中")).toBeVisible();
  const heading = table.getByRole("columnheader", { name: "名前" });
  await expect(table.getByRole("columnheader", { name: "番号" })).toHaveAttribute("aria-sort", "ascending");
  await heading.getByRole("button").click();
  await expect(heading).toHaveAttribute("aria-sort", "ascending");
  await expect(table.getByRole("row").nth(1)).toContainText("Hannah Whitfield");
});
