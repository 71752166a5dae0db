import { type Browser, expect, type Page } from "@playwright/test";
import { expectForEveryone, type Named, openAs, test } from "./support.ts";

const shownTo = (page: Page) => page.getByRole("button", { name: /^また働くことへの関心の公開範囲/ });

async function openRehire(browser: Browser): Promise<Page> {
  return openAs(browser, "kosaku", { path: "/c/aoba/profile/visibility", width: 390 });
}

/** His page, as somebody finds it. */
async function openKosaku(browser: Browser, name: Named): Promise<Page> {
  const page = await openAs(browser, name, { path: "/c/aoba/directory?q=たかはしこうさく" });
  await page.getByRole("main").getByRole("link", { name: "髙橋 耕作", exact: true }).click();
  await expect(page.getByRole("heading", { name: "髙橋 耕作", level: 1 })).toBeVisible();
  return page;
}

async function choose(page: Page, audience: string): Promise<void> {
  await shownTo(page).click();
  await page.getByRole("menuitemradio", { name: audience }).click();
}

test("one employee alone is shown that somebody would come back, and HR no more", async ({ browser }) => {
  const page = await openRehire(browser);
  await choose(page, "選んだ社員ひとり");
  const dialog = page.getByRole("dialog", { name: "見せる社員を選ぶ" });
  await dialog.getByRole("combobox", { name: "名前で探す" }).fill("おおの");
  await dialog.getByRole("option", { name: /大野 さくら/ }).click();
  await expect(page.getByText("大野 さくらさんだけに見えます")).toBeVisible();
  await expect(shownTo(page)).toContainText("選んだ社員ひとり");
  await expect(page.getByText("保存しました")).toBeVisible();
  await expectForEveryone(page, "one employee alone");
  const sakura = await openKosaku(browser, "sakura");
  await expect(sakura.getByRole("main").getByText("週に二日ほどなら。")).toBeVisible();
  const yuki = await openKosaku(browser, "yuki");
  await expect(yuki.getByRole("main").getByText("週に二日ほどなら。")).toHaveCount(0);
  await page.goto("/c/aoba/profile/as/contact");
  await expect(page.getByText("選んだ社員からは、このように見えます。")).toBeVisible();
  await page.goto("/c/aoba/profile/visibility");
  await page.getByRole("button", { name: "メッセージを書く" }).click();
  await expect(page.getByRole("heading", { name: "大野 さくら" })).toBeVisible();
  await page.goto("/c/aoba/profile/visibility");
  await choose(page, "自分と人事");
  await expect(page.getByText("人事に見えます")).toBeVisible();
  await expect(page.getByText("大野 さくらさんだけに見えます")).toHaveCount(0);
});

test("whom HR looked at reads who it was, and at what", async ({ browser }) => {
  const page = await openAs(browser, "kosaku", { path: "/c/aoba/settings/my-data" });
  const looks = page.getByRole("region", { name: "人事が見た記録" });
  await expect(looks).toBeVisible();
  const yuki = await openKosaku(browser, "yuki");
  await expect(yuki.getByText(/あなたが見たことは、日付とともに/)).toBeVisible();
  await expect(yuki.getByRole("main").getByText("週に二日ほどなら。")).toBeVisible();
  await expect(async () => {
    await page.reload();
    const line = looks.getByRole("listitem").filter({ hasText: "小川 由紀" });
    await expect(line).toContainText("また働くことへの関心", { timeout: 1000 });
  }).toPass();
  await expectForEveryone(page, "who of HR has looked");
});
