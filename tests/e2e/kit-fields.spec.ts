import { expect, type Page } from "@playwright/test";
import { expectFocus, openKit, specimen } from "./kit-page.ts";
import { convert, test } from "./support.ts";

const sent = (page: Page) => page.getByRole("status", { name: "送られた内容" });
const send = (page: Page) => page.getByRole("button", { name: "送る", exact: true }).click();

test("a combobox is searched by typing, and the Enter that confirms a conversion chooses nothing", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const field = specimen(page, "Form").getByRole("combobox", { name: "部署" });
  const search = page.getByRole("combobox", { name: "入力して探す" });
  await field.press("Enter");
  await expectFocus(search);
  await convert(page, "ひんしつ", "品質");
  await expect(search).toHaveValue("品質");
  await expect(page.getByRole("option")).toHaveText(["品質保証部"]);
  await page.keyboard.press("Enter");
  await expect(field).toHaveText("品質保証部");
  await expectFocus(field);
  await field.press("Enter");
  await search.fill("そのような部署");
  await expect(page.getByText("見つかりませんでした。", { exact: false })).toBeVisible();
  await page.keyboard.press("Escape");
  await send(page);
  await expect(sent(page)).toContainText("department=d4");

  const optional = specimen(page, "Combobox").getByRole("combobox").first();
  await expect(optional).toContainText("人事部");
  await specimen(page, "Combobox").getByRole("button", { name: "選択を消す" }).first().click();
  await expect(optional).toContainText("選んでください");
});

test("words: Enter and a comma add one, a conversion's Enter doesn't, and what is refused is told", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const form = specimen(page, "Form");
  const field = form.getByRole("combobox", { name: "スキル" });
  const said = (text: string) => form.getByRole("status").filter({ hasText: text });
  const word = (name: string) => form.getByRole("button", { name: `${name}を外す` });
  await field.click();
  await convert(page, "こうぶんし", "高分子膜");
  await expect(field).toHaveValue("高分子膜");
  await expect(word("高分子膜")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(word("高分子膜")).toBeVisible();
  await expect(said("高分子膜を追加しました")).toBeVisible();
  await expect(field).toHaveValue("");

  await field.pressSequentially("ExcEL,");
  await expect(word("ExcEL")).toBeVisible();
  await field.fill("ｅｘｃｅｌ");
  await field.press("Enter");
  await expect(said("ｅｘｃｅｌは追加してあります")).toBeVisible();
  await field.fill("とても長くてはいらない言葉");
  await field.press("Enter");
  await expect(said("1つ12文字までです。")).toBeVisible();
  await expect(field).toHaveValue("とても長くてはいらない言葉");

  // A suggestion, by the arrows.
  await field.fill("英");
  await expect(page.getByRole("option")).toHaveText(["英語"]);
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(word("英語")).toBeVisible();
  await field.fill("もう一つ");
  await field.press("Enter");
  await expect(said("5個までです。")).toBeVisible();

  // Back to the words and away with one.
  await field.fill("");
  await field.press("ArrowLeft");
  await page.keyboard.press("Delete");
  await expect(word("英語")).toHaveCount(0);
  // Escape takes none away.
  await field.press("Escape");
  await expect(word("高分子膜")).toBeVisible();
  // Leaving the field adds what stands in it.
  await field.fill("品質管理");
  await field.press("Tab");
  await send(page);
  await expect(sent(page)).toContainText(
    "skill=高分子 & skill=有機合成 & skill=高分子膜 & skill=ExcEL & skill=品質管理",
  );
});

test("words that are pasted become one each, and a suggestion is pressed", async ({ browser }) => {
  const page = await openKit(browser);
  const form = specimen(page, "Form");
  const clipboard = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.setData("text/plain", "品質管理、英語\n");
    return data;
  });
  await form
    .getByRole("combobox", { name: "スキル" })
    .evaluate(
      (field, clipboardData) =>
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })),
      clipboard,
    );
  await expect(form.getByRole("button", { name: "品質管理を外す" })).toBeVisible();
  await expect(form.getByRole("button", { name: "英語を外す" })).toBeVisible();
  // A suggestion that is pressed is added, and what was typed on the way to it is not.
  await form.getByRole("combobox", { name: "スキル" }).pressSequentially("プロ");
  await page.getByRole("option", { name: "プロジェクト管理" }).click();
  await expect(form.getByRole("button", { name: "プロジェクト管理を外す" })).toBeVisible();
  await expect(form.getByRole("button", { name: "プロを外す" })).toHaveCount(0);
});

test("a month is typed in any way or chosen by keys, with the Japanese year beside; what can't be read is not sent", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const form = specimen(page, "Form");
  const field = form.getByRole("textbox", { name: "入社した月" });
  await field.fill("Ｈ３１．４");
  await expect(form.getByText("平成31年", { exact: true })).toBeVisible();
  await field.blur();
  await expect(field).toHaveValue("2019年4月");
  await field.fill("2019/5");
  await expect(form.getByText("令和元年", { exact: true })).toBeVisible();
  await field.fill("1989-01");
  await expect(form.getByText("昭和64年・平成元年", { exact: true })).toBeVisible();

  await field.fill("おととしの春");
  await send(page);
  await expect(form.getByRole("alert").filter({ hasText: "年と月を読み取れません。" })).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(sent(page)).toBeHidden();
  await field.fill("2027/1");
  await expect(form.getByText("2026年3月以前を入力してください。")).toBeVisible();

  await field.fill("2018年12月");
  const open = form.getByRole("button", { name: "年と月を選ぶ" });
  await open.press("Enter");
  const sheet = page.getByRole("dialog", { name: "年と月を選ぶ" });
  const month = (name: string) => sheet.getByRole("button", { name, exact: true });
  await expect(month("12月")).toHaveAttribute("aria-pressed", "true");
  await month("12月").focus();
  await page.keyboard.press("ArrowRight");
  await expectFocus(month("1月"));
  await expect(sheet.getByRole("combobox", { name: "年" })).toHaveValue("2019");
  await page.keyboard.press("ArrowDown");
  await expectFocus(month("4月"));
  await page.keyboard.press("PageUp");
  await expect(sheet.getByRole("combobox", { name: "年" })).toHaveValue("2018");
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("2018年4月");
  await expect(sheet).toBeHidden();
  await expectFocus(open);
  await send(page);
  await expect(sent(page)).toContainText("joined=2018-04");
});

test("a file is chosen by keys or dropped, and what does not fit is told", async ({ browser }) => {
  const page = await openKit(browser);
  const form = specimen(page, "Form");
  const field = form.getByLabel("退職者の名簿");
  const drop = async (files: readonly [name: string, type: string][]) => {
    const dataTransfer = await page.evaluateHandle((given) => {
      const data = new DataTransfer();
      for (const [name, type] of given) data.items.add(new File(["a,b"], name, { type }));
      return data;
    }, files);
    const zone = form.getByText("ファイルを選ぶ");
    await zone.dispatchEvent("dragover", { dataTransfer });
    await expect(form.getByText("ここで離すと追加されます")).toBeVisible();
    await zone.dispatchEvent("drop", { dataTransfer });
  };
  // Before the focus: the browser has to hear first that somebody waits for its dialog.
  const chooser = page.waitForEvent("filechooser");
  await field.focus();
  await expectFocus(field);
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({ name: "leavers.csv", mimeType: "text/csv", buffer: Buffer.from("a,b") });
  await expect(form.getByRole("list", { name: "選んだファイル" })).toContainText("leavers.csv");

  await drop([["picture.png", "image/png"]]);
  await expect(form.getByRole("alert")).toHaveText("picture.pngは選べません。選べるのはCSVファイルです。");
  await send(page);
  await expect(sent(page)).toContainText("file=leavers.csv");
  await drop([["new.csv", "text/csv"]]);
  await expect(form.getByRole("alert")).toBeHidden();
  await send(page);
  await expect(sent(page)).toContainText("file=new.csv");

  await form.getByRole("button", { name: "new.csvを外す" }).press("Enter");
  await expect(form.getByRole("list", { name: "選んだファイル" })).toHaveCount(0);
  await expectFocus(field);
});

test("a filter: opened and ticked by keys, open still, and taken off among its chips; a failure says so", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const filters = specimen(page, "Filters");
  const button = filters.getByRole("button", { name: /^部署/ }).first();
  const box = (name: string) => page.getByRole("dialog").getByRole("checkbox", { name });
  const chips = filters.getByRole("group", { name: "選んだもの" });
  await button.press("Enter");
  await expectFocus(page.getByRole("dialog").getByRole("searchbox"));
  await page.keyboard.press("ArrowDown");
  await expectFocus(box("研究開発本部"));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(box("人事部")).toBeChecked();
  await page.keyboard.press("Escape");
  await expectFocus(button);
  await expect(button).toHaveAccessibleName(/2件を選択中/);
  await chips.getByRole("button", { name: "部署 研究開発本部を外す" }).press("Enter");
  await expectFocus(chips.getByRole("button", { name: "部署 人事部を外す" }));
  await filters.getByRole("button", { name: "エラー" }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "もう一度試す" })).toBeVisible();
});

test("a text for which something is offered is one's own, or one of these by the arrows", async ({
  browser,
}) => {
  const page = await openKit(browser);
  const field = specimen(page, "SuggestInput").getByRole("combobox", { name: "事業所" });
  await field.fill("大");
  await expect(page.getByRole("option")).toHaveText(["大阪"]);
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(field).toHaveValue("大阪");
  await field.fill("シンガポール");
  await field.press("Escape");
  await expect(field).toHaveValue("シンガポール");
});
