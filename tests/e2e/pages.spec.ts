import { expect, type Page } from "@playwright/test";
import { expectForEveryone, type Look, openBrowser, signInAs, test } from "./support.ts";

const looks: Required<Pick<Look, "locale" | "width">>[] = (["ja", "en"] as const).flatMap((locale) =>
  [1280, 390].map((width) => ({ locale, width })),
);

/** Opens a page and looks at it by day and by night. */
async function check(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await expectForEveryone(page, path);
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wider, `${path} scrolls sideways`).toBe(0);
}

const doors = [
  "/",
  "/sign-in",
  "/sign-in?company=aoba",
  "/sign-in/link/no-such-link",
  "/mailbox",
  "/no-such-page",
];

for (const look of looks) {
  test(`every page is for everyone: ${look.locale}, ${look.width} px`, async ({ browser }) => {
    test.setTimeout(400_000);
    const context = await openBrowser(browser, look);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    for (const path of doors) await check(page, path);
    await page.goto("/sign-in");
    await page.getByRole("textbox").fill("nobody@example.net");
    await page.getByRole("button", { name: /メールを受け取る|mail/i }).click();
    await expect(page).toHaveURL(/sign-in\/code/);
    await check(page, "/sign-in/code");
    await page.goto("/mailbox");
    await check(page, (await page.locator("main a[href^='/mailbox/']").first().getAttribute("href")) ?? "");
    await signInAs(page, look.locale === "ja" ? "yuki" : "hannah");
    const company = look.locale === "ja" ? "/c/aoba" : "/c/larkfield";
    await page.goto(`${company}/directory`);
    const person = await page.locator("main a[href*='/people/']").first().getAttribute("href");
    await page.goto(`${company}/chat`);
    const thread = await page.locator("main li a[href*='/chat/']").first().getAttribute("href");
    const rooms = [
      "feed",
      "directory",
      "directory?q=ta",
      "directory?q=zzzz",
      "chat",
      "settings",
      "people/none",
      "chat/none",
    ];
    for (const path of rooms) await check(page, `${company}/${path}`);
    for (const path of [person ?? "", thread ?? "", "/companies"]) await check(page, path);
    expect(errors).toEqual([]);
    await context.close();
  });
}
