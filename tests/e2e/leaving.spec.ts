import { expect, type Page } from "@playwright/test";
import { askForMail, readMail } from "./mails.ts";
import { expectForEveryone, openAs, openBrowser, test, threadRow } from "./support.ts";

// Nobody of the front page: other walks need those.
const leaver = { email: "taro.200031@example.com", name: "鈴木 恵" };
const deleter = { email: "hana.200032@example.net" };

async function signInByMail(page: Page, email: string): Promise<void> {
  await page.goto((await askForMail(page, email)).link);
  await page.getByRole("button", { name: "サインイン", exact: true }).click();
  await expect(page).toHaveURL(/\/c\/aoba\//);
}

/** The names under which the device keeps something of members, besides the key by which it asks of them, which goes last. */
function keptBy(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).filter((name) => name.startsWith("okaeri:") && !name.endsWith(":key")),
  );
}

test("who leaves is told first what goes and what stays, and is nobody to the others at once", async ({
  browser,
}) => {
  const page = await (await openBrowser(browser, {})).newPage();
  await signInByMail(page, leaver.email);
  await page.goto(`/c/aoba/directory?q=${encodeURIComponent("おおのさくら")}`);
  await page.locator("main a[href*='/people/']").first().click();
  await page.getByRole("button", { name: "メッセージを書く" }).click();
  await page.getByRole("textbox", { name: /さんへのメッセージ/ }).fill("ご無沙汰しています");
  await page.keyboard.press("Enter");
  const sakura = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  await threadRow(sakura, leaver.name).click();
  await sakura.getByRole("button", { name: "承諾する" }).click();
  await expect(sakura.getByRole("textbox", { name: /さんへのメッセージ/ })).toBeVisible();
  const heading = sakura.getByRole("main").getByRole("heading", { level: 1 });
  const person = (await heading.getByRole("link").getAttribute("href")) ?? "";

  // Begun, and not sent: the device forgets it as they leave.
  await page.getByRole("textbox", { name: /さんへのメッセージ/ }).fill("書きかけ");
  await expect.poll(() => keptBy(page)).toContainEqual(expect.stringContaining(":draft"));
  await page.goto("/c/aoba/settings");
  await page.getByRole("link", { name: /わたしのデータ/ }).click();
  await expect(page.getByRole("heading", { name: "わたしのデータ" })).toBeVisible();
  await expect(page.getByText("1件の会話に書いたメッセージ1件")).toBeVisible();
  await expectForEveryone(page, "my data");
  await page.getByRole("button", { name: "退会する" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "チェックを入れてください" })).toBeVisible();
  await page.getByRole("checkbox", { name: "元に戻せないことを確かめました" }).check();
  await page.getByRole("button", { name: "退会する" }).click();
  await expect(page).toHaveURL(/\/companies\?left/);
  await expect(page.getByText("ネットワークを退会しました。")).toBeVisible();
  await expect.poll(() => keptBy(page)).toEqual([]);

  await expect(heading).toHaveText("退会した方");
  await expect(sakura.getByText("この方は退会したため")).toBeVisible();
  await expect(sakura.getByRole("main").getByText("ご無沙汰しています").last()).toBeVisible();
  await expect(threadRow(sakura, "退会した方").first()).toBeVisible();
  await expect(sakura.getByText(leaver.name)).toHaveCount(0);
  await expectForEveryone(sakura, "a conversation with somebody who left");
  await sakura.goto(person);
  await expect(sakura.getByRole("heading", { name: "ページが見つかりません" })).toBeVisible();

  await page.getByRole("link", { name: "アカウントを削除する" }).click();
  await expect(page.getByRole("heading", { name: "アカウントの削除" })).toBeVisible();
});

test("an account is deleted by a code that came by mail", async ({ browser }) => {
  const page = await (await openBrowser(browser, {})).newPage();
  await signInByMail(page, deleter.email);
  await page.goto("/c/aoba/settings/my-data");
  await page.getByRole("link", { name: "アカウントを削除する" }).click();
  await page.getByRole("button", { name: "確認コードをメールで送る" }).click();
  await expect(page.getByText(`${deleter.email} に確認コードを送りました。`)).toBeVisible();
  await expectForEveryone(page, "deleting the account");
  const { code } = await readMail(page, deleter.email);
  const field = page.getByRole("textbox", { name: "確認コード" });
  await field.fill(code === "111111" ? "222222" : "111111");
  await page.getByRole("button", { name: "アカウントを削除する" }).click();
  await expect(page.getByText("コードが違うか、期限が切れています。")).toBeVisible();
  await field.fill(code);
  await page.getByRole("button", { name: "アカウントを削除する" }).click();
  await expect(page.getByRole("heading", { name: "アカウントを削除しました" })).toBeVisible();
  await page.goto("/companies");
  await expect(page).toHaveURL(/\/sign-in/);
});
