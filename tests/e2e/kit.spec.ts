import { join } from "node:path";
import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { root } from "#lib/launch/folders.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import { ServerProcess } from "#tests/support/server-process.ts";
import { convert, expectForEveryone, type Look, openBrowser, test } from "./support.ts";

async function openKit(browser: Browser, look: Look = {}): Promise<Page> {
  const page = await (await openBrowser(browser, look)).newPage();
  await page.goto("/kit");
  await page.waitForLoadState("networkidle");
  return page;
}

const specimen = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const sent = (page: Page) => page.getByRole("status", { name: "送られた内容" });
const send = (page: Page) => page.getByRole("button", { name: "送る", exact: true }).click();

/** What a keyboard is at. */
async function expectFocus(target: Locator): Promise<void> {
  await expect(target).toBeFocused();
}

for (const [locale, width] of [
  ["ja", 1280],
  ["ja", 390],
  ["en", 1280],
  ["en", 390],
] as const)
  test(`every component is for everyone: ${locale}, ${width} px`, async ({ browser }) => {
    test.setTimeout(600_000);
    const page = await openKit(browser, { locale, width });
    await expectForEveryone(page, "at rest");
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await sideways()).toBe(0);
    const form = specimen(page, "Form");

    await form.getByRole("combobox", { name: /^(部署|Department)/ }).click();
    await expect(page.getByRole("option").first()).toBeVisible();
    await expectForEveryone(page, "a combobox that is open");
    await page.keyboard.press("Escape");

    await form.getByRole("combobox", { name: /^(スキル|Skills)/ }).fill("a");
    await form.getByRole("combobox", { name: /^(スキル|Skills)/ }).press("Enter");
    await expect(form.getByRole("status").filter({ hasText: /aを追加|Added a/ })).toBeVisible();
    const month = form.getByRole("textbox", { name: /^(入社した月|Month of joining)/ });
    await month.fill("99");
    await month.blur();
    await form.getByRole("button", { name: /^(年と月を選ぶ|Choose year and month)$/ }).click();
    await expect(page.getByRole("dialog").getByRole("combobox")).toBeVisible();
    await expectForEveryone(page, "months that are open, and an error");
    await page.keyboard.press("Escape");

    await page
      .getByRole("button", { name: /^(操作|Actions)$/ })
      .first()
      .click();
    await expect(page.getByRole("menu")).toBeVisible();
    // A menu lies over the page, in no part of it.
    await expectForEveryone(page, "a menu that is open", ["region"]);
    await page.keyboard.press("Escape");

    await page.getByRole("button", { name: /^(取り消せるお知らせを出す|Show a toast with undo)$/ }).click();
    await expectForEveryone(page, "a toast");
    await page.getByRole("button", { name: /^(横に開く|Open beside)$/ }).click();
    await expect(page.getByRole("dialog", { name: /^(プロフィール|Profile)$/ })).toBeVisible();
    await expectForEveryone(page, "a sheet that is open");
    expect(await sideways()).toBe(0);
  });

test("faces of namesakes differ, and say nothing beside the name", async ({ browser }) => {
  const page = await openKit(browser);
  const namesakes = specimen(page, "Avatar").getByRole("listitem").filter({ hasText: "高橋 千夏" });
  const [one, other] = await Promise.all(
    [0, 1].map((index) =>
      namesakes
        .nth(index)
        .locator(".face")
        .evaluate((face) => {
          const { borderRadius, color } = getComputedStyle(face);
          return `${borderRadius} ${color}`;
        }),
    ),
  );
  expect(one).not.toBe(other);
  await expect(namesakes.first()).toMatchAriaSnapshot("- listitem: 高橋 千夏");
  await expect(specimen(page, "FacePile").getByText("ほか479人")).toBeAttached();
});

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

test("a banner is put away, and says by a word what its colour says", async ({ browser }) => {
  const page = await openKit(browser);
  const banner = specimen(page, "Banner");
  await expect(banner.getByRole("alert")).toHaveText(/^エラー/);
  const before = await banner.getByRole("status").count();
  await banner.getByRole("button", { name: "閉じる" }).press("Enter");
  await expect(banner.getByRole("status")).toHaveCount(before - 1);
});

test("what takes steps and what takes long is told", async ({ browser }) => {
  const page = await openKit(browser);
  const steps = specimen(page, "Stepper").getByRole("list").first().getByRole("listitem");
  await expect(steps.nth(1)).toHaveAttribute("aria-current", "step");
  await expect(steps.first()).toContainText("完了");
  const bars = specimen(page, "Progress").getByRole("progressbar");
  await expect(bars.nth(1)).toHaveAttribute("aria-valuetext", "484件中312件");
  await expect(bars.nth(1)).toHaveAttribute("value", "312");
  await expect(bars.nth(0)).not.toHaveAttribute("value");
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
  await page.keyboard.press("End");
  await expectFocus(item("2016年入社の会"));
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toHaveCount(0);
  await expectFocus(button);
});

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

test("where the sample world isn't, there is no kit", async ({ browser }) => {
  const port = await findFreePort();
  const web = new ServerProcess({
    port,
    args: [join(root, "node_modules/next/dist/bin/next"), "start", "--port", String(port)],
    health: "/api/health",
    env: { NODE_ENV: "production", PORT: String(port), SMTP_URL: "smtp://127.0.0.1:1" },
  });
  await web.start();
  const page = await (await openBrowser(browser, {})).newPage();
  for (const path of ["/kit", "/mailbox"])
    expect((await page.goto(`${web.url}${path}`))?.status(), path).toBe(404);
  await expect(page.getByRole("heading", { name: "Avatar" })).toHaveCount(0);
  await web.stop();
  expect((await page.goto("/kit"))?.status()).toBe(200);
});
