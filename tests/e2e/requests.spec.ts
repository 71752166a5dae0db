import { expect, type Page } from "@playwright/test";
import sharp from "sharp";
import { askForMail } from "./mails.ts";
import { expectForEveryone, openAs, openBrowser, test, threadRow } from "./support.ts";

// Left long before Sakura came, and is in no conversation.
const stranger = { email: "hana.200002@example.net", name: "五十嵐 由美子" };

/** Signs in somebody whom the front page does not offer. */
async function signInByMail(page: Page, email: string): Promise<void> {
  await page.goto((await askForMail(page, email)).link);
  await page.getByRole("button", { name: "サインイン", exact: true }).click();
  await expect(page).toHaveURL(/\/c\/aoba\//);
}

test("a request of files alone shows them, and is answered in every tab at once", async ({ browser }) => {
  const asker = await (await openBrowser(browser, {})).newPage();
  await signInByMail(asker, stranger.email);
  await asker.goto(`/c/aoba/directory?q=${encodeURIComponent("おおのさくら")}`);
  await asker.locator("main a[href*='/people/']").first().click();
  await asker.getByRole("button", { name: "メッセージを書く" }).click();
  const red = { create: { width: 640, height: 480, channels: 3, background: "red" } } as const;
  await asker.locator("input[type=file]").setInputFiles([
    { name: "社屋.jpg", mimeType: "image/jpeg", buffer: await sharp(red).jpeg().toBuffer() },
    { name: "覚え書き.txt", mimeType: "text/plain", buffer: Buffer.from("水添") },
  ]);
  await expect(asker.getByText("送信できます")).toHaveCount(2);
  await asker.getByRole("button", { name: "送信" }).click();
  await expect(asker.getByText("大野 さくらさんの承諾を待っています。")).toBeVisible();

  const sakura = await openAs(browser, "sakura", { width: 390, path: "/c/aoba/chat" });
  await threadRow(sakura, stranger.name).click();
  const accept = sakura.getByRole("button", { name: "承諾する" });
  await expect(accept).toBeVisible();
  const picture = sakura.getByRole("main").getByRole("button", { name: /社屋\.jpg/ });
  await expect
    .poll(() => picture.locator("img").evaluate((it: HTMLImageElement) => it.naturalWidth))
    .toBeGreaterThan(0);
  await expect(sakura.getByRole("link", { name: /覚え書き\.txt/ })).toContainText("テキスト");
  await expect(sakura.locator("main blockquote")).toHaveCount(0);
  await expectForEveryone(sakura, "a request of files");
  await picture.click();
  await expect(sakura.getByRole("dialog", { name: "社屋.jpg" })).toBeVisible();
  await sakura.keyboard.press("Escape");

  const other = await sakura.context().newPage();
  await other.goto(sakura.url());
  await expect(other.getByRole("button", { name: "承諾する" })).toBeVisible();
  await accept.click();
  for (const page of [sakura, other, asker])
    await expect(page.getByRole("textbox", { name: /さんへのメッセージ/ })).toBeVisible();
});
