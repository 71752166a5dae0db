import { type Browser, expect, type Page } from "@playwright/test";
import { expectForEveryone, openAs, openBrowser, test } from "./support.ts";

const list = "/c/aoba/desk/leavers";
const field = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const mark = () => String(Math.floor(Math.random() * 1e9));

/** Somebody who left and may be invited, entered by hand, whose record is open then. */
async function enter(hr: Page, given: string, mail: string): Promise<void> {
  await hr.goto(`${list}/new`);
  const typed = {
    姓: "柊",
    名: given,
    入社日: "2012/04/01",
    退職日: "2020/03/31",
    私用メール: mail,
  };
  for (const [name, text] of Object.entries(typed)) await field(hr, name).fill(text);
  await hr.getByText("退職時の通知", { exact: true }).click();
  await hr.getByLabel("日付", { exact: true }).fill("2020-03-01");
  await hr.getByRole("button", { name: "登録する" }).click();
  await expect(hr.getByRole("button", { name: "編集する" })).toBeVisible();
}

/** What stands in the newest mail to an address. */
async function readMail(page: Page, address: string): Promise<{ path: string; code: string; text: string }> {
  let text = "";
  await expect(async () => {
    await page.goto("/mailbox");
    await page
      .getByRole("listitem")
      .filter({ hasText: address })
      .getByRole("link")
      .first()
      .click({ timeout: 2_000 });
    text = (await page.locator("pre").textContent({ timeout: 5_000 })) ?? "";
  }).toPass({ timeout: 60_000 });
  return {
    path: /\/i\/[0-9a-z]{26}/.exec(text)?.[0] ?? "",
    code: /^\d{6}$/m.exec(text)?.[0] ?? "",
    text,
  };
}

async function phone(browser: Browser): Promise<Page> {
  return (await openBrowser(browser, { width: 390 })).newPage();
}

test("HR sees whom a mail reaches before it goes; an alumna opens it on a phone, is welcomed, greets a colleague, and the others hear of her", async ({
  browser,
}) => {
  const n = mark();
  const mail = `hiiragi${n}@example.net`;
  const hr = await openAs(browser, "yuki", { path: list });
  await enter(hr, `桃${n}`, mail);
  await hr.goto(`${list}?q=${n}`);
  await hr.getByRole("row").getByRole("checkbox").last().check();
  await hr.getByRole("button", { name: "招待する", exact: true }).click();
  const dialog = hr.getByRole("dialog");
  await expect(dialog.getByText("新しく招待する：1人")).toBeVisible();
  await dialog.getByRole("button", { name: "メールを見てみる" }).click();
  await expect(dialog.getByText(`宛先：${mail}`)).toBeVisible();
  await expectForEveryone(hr, "whom invitations go to");
  await dialog.getByRole("button", { name: "1通を送る" }).click();
  await expect(hr.getByText("1通を送信待ちに入れました")).toBeVisible();

  const page = await phone(browser);
  const { path, code, text } = await readMail(page, mail);
  for (const said of ["青葉化学工業株式会社 人事部", "お問い合わせ・苦情の窓口", `${path}/refuse`])
    expect(text).toContain(said);
  await page.goto(path);
  await expect(page.getByText(`柊 桃${n} さん`)).toBeVisible();
  await expectForEveryone(page, "an invitation");
  await expect(async () => {
    await hr.goto(`${list}?q=${n}&invitation=opened`);
    await expect(hr.getByRole("link", { name: `柊 桃${n}` })).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.goto(path);
  await page.getByRole("textbox", { name: /確認コード/ }).fill(code === "000000" ? "000001" : "000000");
  await page.getByRole("button", { name: "参加する" }).click();
  await expect(page.getByText("コードが違います。")).toBeVisible();
  await page.getByRole("textbox", { name: /確認コード/ }).fill(code);
  await page.getByRole("button", { name: "参加する" }).click();

  await expect(page.getByRole("heading", { name: "おかえりなさい" })).toBeVisible();
  await expectForEveryone(page, "the first step of the welcome");
  const reader = await openAs(browser, "sakura");
  await reader.goto(`/c/aoba/directory?q=${encodeURIComponent(`柊 桃${n}`)}`);
  await expect(reader.getByRole("link", { name: /柊 桃/ })).toHaveCount(0);
  for (const title of [
    "ごいっしょした日々",
    "お顔を、よろしければ",
    "誰に何を見せますか",
    "いまと、これから",
  ]) {
    await page.getByRole("link", { name: "つぎへ" }).click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
  }
  // Who comes back goes on where they were.
  await page.goto("/c/aoba/welcome");
  await expect(page.getByRole("heading", { name: "いまと、これから" })).toBeVisible();
  await page.getByRole("link", { name: "つぎへ" }).click();
  await page
    .getByRole("button", { name: /さんにひとこと/ })
    .first()
    .click();
  await expectForEveryone(page, "a first line to a colleague");
  await page.getByRole("button", { name: "送る", exact: true }).click();
  await expect(page.getByText("送りました")).toBeVisible();
  await page.getByRole("button", { name: "はじめる" }).click();
  await expect(page).toHaveURL(/\/c\/aoba\/feed/);

  await reader.goto("/c/aoba/feed");
  await expect(reader.getByText(`柊 桃${n}さんが参加しました`)).toBeVisible();
  await reader.getByRole("button", { name: new RegExp(`^おかえり.*柊 桃${n}さんへ`) }).click();
  await expect(page.getByText("大野 さくらさんから「おかえり」", { exact: true })).toBeVisible();
  await hr.goto(`${list}?q=${n}&invitation=joined`);
  await hr.getByRole("link", { name: `柊 桃${n}` }).click();
  await expect(hr.getByRole("link", { name: "プロフィールを開く" })).toBeVisible();
  await expectForEveryone(hr, "the record of somebody who has joined");
  // A forwarded link tells nobody's name once it is used.
  const other = await phone(browser);
  await other.goto(path);
  await expect(other.getByRole("heading", { name: "この招待は使われています" })).toBeVisible();
  await expect(other.getByText(`桃${n}`)).toHaveCount(0);
});

test("whoever wants no more of it says so without signing in; the record is gone, and can't be made again", async ({
  browser,
}) => {
  const n = mark();
  const mail = `kaede${n}@example.net`;
  const hr = await openAs(browser, "yuki", { path: list });
  await enter(hr, `楓${n}`, mail);
  await hr.getByRole("button", { name: "招待メールを送る" }).click();
  await expect(hr.getByText("招待メールを送信待ちに入れました")).toBeVisible();
  const page = await phone(browser);
  const { path } = await readMail(page, mail);
  await page.goto(`${path}/refuse`);
  await expectForEveryone(page, "where one refuses");
  await page.getByRole("button", { name: "記録を消して、受け取らない" }).click();
  await expect(page.getByText("記録を消しました")).toBeVisible();
  await page.goto(path);
  await expect(page.getByRole("heading", { name: "この招待は見つかりません" })).toBeVisible();
  await hr.goto(`${list}?q=${n}`);
  await expect(hr.getByText(/あてはまる人がいません/)).toBeVisible();
  await hr.goto(`${list}/new`);
  for (const [name, text] of Object.entries({ 姓: "柊", 名: `楓${n}`, 私用メール: mail }))
    await field(hr, name).fill(text);
  await hr.getByRole("button", { name: "登録する" }).click();
  await expect(hr.getByText(/招待を断られているため/)).toBeVisible();
  await hr.goto("/c/aoba/desk/invitations");
  await expect(hr.getByText(/案内を断りました/)).toBeVisible();
  await expectForEveryone(hr, "how invitations stand");
});

test("HR sends another mail, whose link is good beside the first; taken back, after it was asked, both lead nowhere", async ({
  browser,
}) => {
  const n = mark();
  const mail = `tsubaki${n}@example.net`;
  const hr = await openAs(browser, "yuki", { path: list });
  await enter(hr, `椿${n}`, mail);
  const record = hr.url();
  await hr.getByRole("button", { name: "招待メールを送る" }).click();
  const page = await phone(browser);
  const first = await readMail(page, mail);
  await hr.goto(record);
  await hr.getByRole("button", { name: "もう一度送る" }).click();
  await expect(hr.getByText("招待メールを送信待ちに入れました")).toBeVisible();
  let second = first;
  await expect(async () => {
    second = await readMail(page, mail);
    expect(second.path).not.toBe(first.path);
  }).toPass({ timeout: 60_000 });
  for (const { path } of [first, second]) {
    await page.goto(path);
    await expect(page.getByText(`柊 椿${n} さん`)).toBeVisible();
  }
  await hr.goto(record);
  await hr.getByRole("button", { name: "招待を取り消す" }).click();
  const dialog = hr.getByRole("dialog");
  await expect(dialog.getByText("送ったリンクは使えなくなり")).toBeVisible();
  await expectForEveryone(hr, "before an invitation is taken back");
  await dialog.getByRole("button", { name: "招待を取り消す" }).click();
  await expect(hr.getByText("招待を取り消しました")).toBeVisible();
  for (const { path } of [first, second]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "この招待は見つかりません" })).toBeVisible();
  }
});

test("HR writes what invitations say; a placeholder that is none is named, and the mail is looked at", async ({
  browser,
}) => {
  const hr = await openAs(browser, "yuki", { path: "/c/aoba/desk/invitations/text" });
  await expectForEveryone(hr, "what invitations say");
  const part = hr.getByRole("region", { name: "日本語の文面" });
  await part.getByRole("button", { name: "書き直す" }).click();
  await field(hr, "本文").fill("{name}\n{nmae}さん、お元気ですか。");
  await part.getByRole("button", { name: "保存する" }).click();
  await expect(part.getByText("「{nmae}」は使えません。")).toBeVisible();
  await field(hr, "本文").fill("お元気ですか。\n{name}");
  await part.getByRole("button", { name: "部署" }).click();
  await expect(field(hr, "本文")).toHaveValue(/\{department\}/);
  await part.getByRole("button", { name: "メールを見てみる" }).click();
  await expect(part.locator("iframe").contentFrame().getByText("お元気ですか。")).toBeVisible();
  await part.getByRole("button", { name: "標準の文面に戻す" }).click();
  await part.getByRole("button", { name: "保存する" }).click();
  await expect(part.getByText("標準の文面", { exact: true })).toBeVisible();
});
