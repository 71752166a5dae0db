import { expect, type Page } from "@playwright/test";
import { openAs, test } from "./support.ts";

const notFound = (page: Page) =>
  page.getByRole("heading", {
    name: /ページが見つかりません|この会話は開けません|Page not found|conversation/,
  });

test("one account in two companies goes from one to the other, each in its own colour", async ({
  browser,
}) => {
  const page = await openAs(browser, "chinatsu");
  await expect(page).toHaveURL(/\/companies/);
  await page.getByRole("link", { name: /青葉化学工業/ }).click();
  await expect(page).toHaveURL(/\/c\/aoba\/feed/);
  const hue = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent-hue").trim());
  expect(await hue()).toBe("155");
  await page
    .getByRole("button", { name: /のメニュー/ })
    .first()
    .click();
  await page.getByRole("menuitem", { name: /Larkfield/ }).click();
  await expect(page).toHaveURL(/\/c\/larkfield/);
  await expect.poll(hue).toBe("262");
});

test("where the way out has no room beside the address, its words stand under it, on the same edge", async ({
  browser,
}) => {
  const page = await openAs(browser, "chinatsu", { width: 360 });
  await expect(page).toHaveURL(/\/companies/);
  const leftOf = (text: string) =>
    page.getByText(text).evaluate((element) => {
      const words = document.createRange();
      words.selectNodeContents(element);
      return Math.round(words.getBoundingClientRect().left);
    });
  expect(await leftOf("サインアウト")).toBe(await leftOf("でサインイン中"));
});

test("nothing of another company is reached by its address", async ({ browser }) => {
  const sakura = await openAs(browser, "sakura", { path: "/c/aoba/directory" });
  const person = await sakura.locator("main a[href*='/people/']").first().getAttribute("href");
  await sakura.goto("/c/aoba/chat");
  const thread = await sakura.locator("main li a[href*='/chat/']").first().getAttribute("href");
  const hannah = await openAs(browser, "hannah");
  const paths = [
    "/c/aoba/feed",
    "/c/aoba/directory",
    "/c/aoba/chat",
    "/c/aoba/settings",
    person,
    thread,
    "/c/nowhere/feed",
  ];
  // Her own company's address with the other's ids.
  const swapped = [person, thread].map((path) => path?.replace("/c/aoba/", "/c/larkfield/"));
  for (const path of [...paths, ...swapped, "/c/larkfield/people/1", "/c/larkfield/chat/not-an-id"]) {
    const response = await hannah.goto(path ?? "");
    expect(response?.status(), path ?? "").toBe(404);
    await expect(notFound(hannah).first(), path ?? "").toBeVisible();
    expect(await hannah.content()).not.toContain("青葉");
  }
});

test("an address whose escapes mean no text is not found, no matter who asks", async ({
  browser,
  request,
}) => {
  const sakura = await openAs(browser, "sakura");
  const [cut, none, noText] = ["%E0%A4%A", "%ZZ", "%FF"];
  const paths = [
    `/c/${cut}/feed`,
    `/c/aoba/people/${cut}`,
    `/c/aoba/chat/${none}`,
    `/c/aoba/chat/join/${noText}`,
    `/sign-in/link/${cut}`,
    `/mailbox/${cut}`,
    `/api/c/aoba/chat/${none}/files/x`,
    `/${cut}`,
  ];
  for (const path of paths) {
    expect((await request.get(path)).status(), `${path}, signed out`).toBe(404);
    expect((await sakura.goto(path))?.status(), path).toBe(404);
    await expect(notFound(sakura).first(), path).toBeVisible();
  }
});

test("a suspended member is not let in", async ({ browser }) => {
  const page = await openAs(browser, "tsuyoshi");
  await expect(page).toHaveURL(/\/companies/);
  await expect(page.getByRole("link", { name: /青葉化学/ })).toHaveCount(0);
  expect((await page.goto("/c/aoba/feed"))?.status()).toBe(404);
});
