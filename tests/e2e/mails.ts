import { expect, type Page } from "@playwright/test";

type Mailed = { code: string; link: string };

/** Asks for a mail as anybody would, and reads it. */
export async function askForMail(page: Page, email: string): Promise<Mailed> {
  await page.goto("/sign-in");
  await page.getByLabel("メールアドレス").fill(email);
  await page.getByRole("button", { name: "メールを受け取る" }).click();
  await expect(page.getByText(email)).toBeVisible();
  return readMail(page, email);
}

/** The newest mail to somebody, where development keeps it. */
export async function readMail(page: Page, email: string): Promise<Mailed> {
  const mailbox = await page.context().newPage();
  const line = mailbox.getByRole("listitem").filter({ hasText: email }).first().getByRole("link");
  await expect(async () => {
    await mailbox.goto("/mailbox");
    expect(await line.count()).toBe(1);
  }).toPass();
  await line.click();
  await mailbox.waitForURL(/\/mailbox\/.+/);
  const text = (await mailbox.locator("main").textContent()) ?? "";
  const mail = {
    code: /\b\d{6}\b(?!@)/.exec(text)?.[0] ?? "",
    link: /http\S+\/sign-in\/link\/\S+/.exec(text)?.[0] ?? "",
  };
  await mailbox.close();
  return mail;
}
