import { expect } from "@playwright/test";
import { callAction } from "./action-calls.ts";
import { askForMail, readMail } from "./mails.ts";
import { expectForEveryone, openAs, openBrowser, people, test } from "./support.ts";

test("from the front door, by the code in a mail, to the company's feed", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("会社の名前").fill("青葉化学工業");
  await page.getByRole("button", { name: "入口へ" }).click();
  await expect(page).toHaveURL(/sign-in\?company=aoba/);
  await expect(page.getByText("青葉化学工業株式会社")).toBeVisible();
  const { code } = await askForMail(page, people.yuki.email);
  await page.getByLabel("確認コード").fill("000000");
  await page.getByRole("button", { name: "サインイン", exact: true }).click();
  await expect(page.getByText("コードが違うか、もう使えません")).toBeVisible();
  await expect(page.getByLabel("確認コード")).toHaveValue("000000");
  await page.getByLabel("確認コード").fill(code);
  await page.getByRole("button", { name: "サインイン", exact: true }).click();
  await expect(page).toHaveURL(/\/c\/aoba\/feed/);
});

test("after five wrong codes a new mail is the way in, and the page says so", async ({ page }) => {
  const { code } = await askForMail(page, people.tomas.email);
  const wrong = code === "000000" ? "000001" : "000000";
  const field = page.getByLabel("確認コード");
  const enter = page.getByRole("button", { name: "サインイン", exact: true });
  const wrongCode = page.getByText("コードが違うか、もう使えません");
  const spent = page.getByText("コードは、もう試せません");
  for (let tries = 1; tries <= 5; tries++) {
    await field.fill(wrong);
    await Promise.all([
      page.waitForResponse((response) => response.request().method() === "POST"),
      enter.click(),
    ]);
    await expect(tries < 5 ? wrongCode : spent).toBeVisible();
  }
  await field.fill(code);
  await enter.click();
  await expect(spent).toBeVisible();
  await page.getByRole("button", { name: "もう一度送る" }).click();
  await expect(page.getByText("もう一度お送りしました。")).toBeVisible();
  await field.fill((await readMail(page, people.tomas.email)).code);
  await enter.click();
  await expect(page).toHaveURL(/\/c\/larkfield\/feed/);
});

test("a link is used by its button, not by being opened, and once", async ({ page, browser }) => {
  const { link } = await askForMail(page, people.rachel.email);
  // A mail scanner opens what it finds.
  for (const _ of [1, 2, 3]) expect((await page.request.get(link)).status()).toBe(200);
  await page.goto(link);
  await expect(page.getByText(people.rachel.email)).toBeVisible();
  await page.getByRole("button", { name: "サインイン", exact: true }).click();
  await expect(page).toHaveURL(/\/c\/larkfield\/feed/);
  const other = await (await openBrowser(browser, {})).newPage();
  await other.goto(link);
  await expect(other.getByRole("heading", { name: "このリンクは、もう使えません" })).toBeVisible();
});

test("a link opened elsewhere wants the code of its mail, and a scanner that presses every button uses nothing up", async ({
  page,
  browser,
}) => {
  const { link, code } = await askForMail(page, people.rachel.email);
  const scanner = await (await openBrowser(browser, {})).newPage();
  await scanner.goto(link);
  for (const button of await scanner.locator("main button").all()) await button.click();
  await expect(scanner.getByText("コードが違うか、もう使えません")).toBeVisible();
  // Nor does the form that would sign in at once, as the asking browser has it.
  const form = { path: new URL(link).pathname, args: [null], form: { token: link.split("/").at(-1) ?? "" } };
  expect(await callAction(scanner.context().request, "enterByLink", form)).toContain('"link":"elsewhere"');

  const phone = await (await openBrowser(browser, { width: 390 })).newPage();
  await phone.goto(link);
  await expect(phone.getByText(people.rachel.email)).toBeVisible();
  await expectForEveryone(phone, "a link opened elsewhere");
  await phone.getByLabel("確認コード").fill(code);
  await phone.getByRole("button", { name: "サインイン", exact: true }).click();
  await expect(phone).toHaveURL(/\/c\/larkfield\/feed/);
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "このリンクは、もう使えません" })).toBeVisible();
});

test("without scripts a link signs in, where it was asked for", async ({ page, browser }) => {
  const { link } = await askForMail(page, people.rachel.email);
  const bare = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const still = await bare.newPage();
  await still.goto(link);
  await still.getByRole("button", { name: "サインイン", exact: true }).click();
  await expect(still).toHaveURL(/\/c\/larkfield\/feed/);
});

test("an address without an account is answered as any other, and gets a mail that says so", async ({
  page,
}) => {
  const { code, link } = await askForMail(page, "nobody@example.com");
  expect({ code, link }).toEqual({ code: "", link: "" });
});

test("on a small phone it is seen where one pressed that the mail was sent again", async ({ browser }) => {
  const page = await (await openBrowser(browser, { width: 360 })).newPage();
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto("/sign-in?company=aoba");
  await page.getByLabel("メールアドレス").fill(`${crypto.randomUUID()}@example.com`);
  await page.getByRole("button", { name: "メールを受け取る" }).click();
  const again = page.getByRole("button", { name: "もう一度送る" });
  // Just over the edge, where a thumb finds it.
  await again.evaluate((button) => button.scrollIntoView({ block: "end" }));
  await again.tap();
  const note = page.getByRole("status").filter({ hasText: "もう一度お送りしました" });
  await expect(note).toBeInViewport({ ratio: 1 });
  await expect(again).toBeInViewport({ ratio: 0.5 });
});

test("what is no address is told so, and stays in its field", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("メールアドレス").fill("山田＠example.com, x@example.com");
  await page.getByRole("button", { name: "メールを受け取る" }).click();
  await expect(page.getByText("メールアドレスを確かめてください")).toBeVisible();
  await expect(page.getByLabel("メールアドレス")).toHaveValue("山田＠example.com, x@example.com");
});

test("where a form is not answered at all, what was typed is there again for the next try", async ({
  page,
  complaints,
}) => {
  await page.goto("/sign-in");
  const email = `${crypto.randomUUID()}@example.com`;
  await page.getByLabel("メールアドレス").fill(email);
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "メールを受け取る" }).click();
  await page.getByRole("button", { name: "もう一度試す" }).click();
  await expect(page.getByLabel("メールアドレス")).toHaveValue(email);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "メールを受け取る" }).click();
  await expect(page).toHaveURL(/sign-in\/code/);
  expect(complaints.filter((said) => !said.startsWith("TypeError: Failed to fetch"))).toEqual([]);
  complaints.length = 0;
});

test("signing out ends every open page of the session at once, and no other session", async ({ browser }) => {
  const page = await openAs(browser, "koji");
  const second = await page.context().newPage();
  await second.goto("/c/aoba/directory");
  await expect(second.getByRole("heading", { name: "名簿" })).toBeVisible();
  const elsewhere = await openAs(browser, "koji");
  await page
    .getByRole("button", { name: /のメニュー/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: "サインアウト" }).click();
  await expect(page).toHaveURL(/\/$/);
  await expect(second).toHaveURL(/\/sign-in/, { timeout: 5000 });
  await elsewhere.reload();
  await expect(elsewhere).toHaveURL(/\/c\/aoba\/feed/);
});

test("“my sessions” ends another browser's session, and that browser is out at once", async ({ browser }) => {
  const page = await openAs(browser, "kosaku");
  const lost = await openAs(browser, "kosaku");
  await page.goto("/c/aoba/settings");
  await page.getByRole("button", { name: "ほかの端末をすべてサインアウト" }).click();
  await expect(page.getByText(/台からサインアウトしました/)).toBeVisible();
  await expect(lost).toHaveURL(/\/sign-in/, { timeout: 5000 });
});

test("a page asked for before signing in is where signing in leads", async ({ page }) => {
  await page.goto("/c/aoba/directory?q=%E9%AB%98%E6%A9%8B");
  await expect(page).toHaveURL(/\/sign-in\?/);
  await page.getByRole("button", { name: "大野 さくら" }).click();
  await expect(page).toHaveURL(/\/c\/aoba\/directory/);
});

test("only a path of our own is where signing in leads", async ({ page }) => {
  await page.goto("/sign-in?next=%2F%2Fevil.example%2Fc");
  await page.getByRole("button", { name: "大野 さくら" }).click();
  await expect(page).toHaveURL(/\/c\/aoba\/feed/);
});
