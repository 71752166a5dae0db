import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { conversation, openAs, test, threadRow } from "./support.ts";

/**
 * From now on the server is of a build that knows none of the actions of this page, and answers so itself; a page that is loaded again is
 * of that build.
 */
async function update(page: Page): Promise<void> {
  let old = true;
  page.on("domcontentloaded", () => {
    old = false;
  });
  await page.route("**/*", async (route) => {
    const headers = route.request().headers();
    const id = headers["next-action"];
    if (!old || !id) return route.fallback();
    await route.continue({ headers: { ...headers, "next-action": `${id.slice(0, -8)}00000000` } });
  });
  await page.evaluate(() => Object.assign(window, { beforeUpdate: true }));
}

/** Whether the page is still the one from before; while another is loaded it is. */
const isOld = (page: Page) => page.evaluate(() => "beforeUpdate" in window).catch(() => true);

// React tells the console of what a page's error takes over.
const unknownAction = /^UnrecognizedActionError: /;
test.afterEach(({ complaints }) => {
  complaints.push(...complaints.splice(0).filter((complaint) => !unknownAction.test(complaint)));
});

// Each step is a page that is loaded again.
const twoPages = { timeout: 30_000 };

const manifest = z.object({
  encryptionKey: z.string(),
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

test("an action's id follows from the installation's secret, its file, its name and its parameters alone: it is the same in every build", () => {
  const { encryptionKey, node } = manifest.parse(
    JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")),
  );
  const key = createHmac("sha256", process.env.AUTH_SECRET ?? "")
    .update("server actions")
    .digest("base64");
  expect(encryptionKey).toBe(key);
  // The first two digits say which parameters it takes.
  const idOf = (filename: string, name: string) =>
    createHash("sha1").update(`${key}${filename}:${name}`).digest("hex");
  const actions = Object.entries(node);
  expect(actions.length).toBeGreaterThan(20);
  for (const [id, { filename, exportedName }] of actions)
    expect(id.slice(2), `${filename} ${exportedName}`).toBe(idOf(filename, exportedName));
});

test("a form of a page from before an update is sent by the new page, with what was typed", async ({
  page,
}) => {
  await page.goto("/sign-in?next=%2Fc%2Faoba%2Fchat");
  const email = `${crypto.randomUUID()}@example.com`;
  await page.getByLabel("メールアドレス").fill(email);
  await update(page);
  await page.getByRole("button", { name: "メールを受け取る" }).click();
  await expect(page).toHaveURL(/sign-in\/code\?next=%2Fc%2Faoba%2Fchat/, twoPages);
  await expect(page.getByText(email)).toBeVisible();
  expect(await isOld(page)).toBe(false);
});

test("where a server is behind for longer, a form's page says so and tries no more by itself", async ({
  page,
}) => {
  await page.goto("/sign-in");
  await page.getByLabel("メールアドレス").fill("somebody@example.com");
  await page.route("**/*", async (route) => {
    const headers = route.request().headers();
    const id = headers["next-action"];
    await route.continue({
      headers: { ...headers, ...(id && { "next-action": `${id.slice(0, -8)}00000000` }) },
    });
  });
  await page.getByRole("button", { name: "メールを受け取る" }).click();
  await expect(page.getByText("おかえりが新しくなりました。読み込み直すと続けられます。")).toBeVisible(
    twoPages,
  );
});

test("one of several buttons that are alike is pressed again by the new page", async ({ page }) => {
  await page.goto("/sign-in");
  await update(page);
  await page.getByRole("button", { name: "大野 さくら" }).click();
  await expect(page).toHaveURL(/\/c\/aoba\/feed/, twoPages);
});

test("a command of a page from before an update says so, and offers the new page", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  await threadRow(page, "高橋 千夏").click({ button: "right" });
  await update(page);
  await page.getByRole("menuitem", { name: /^通知をオ/ }).click();
  await expect(page.getByText("おかえりが新しくなりました。ページを読み込み直してから")).toBeVisible();
  await page.getByRole("button", { name: "読み込み直す" }).click();
  await expect.poll(() => isOld(page)).toBe(false);
  await expect(threadRow(page, "高橋 千夏")).toBeVisible();
});

test("what is typed into one's profile outlives an update, and is sent by the new page", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/profile" });
  const part = page.getByRole("region", { name: "活動エリア" });
  const field = part.getByRole("combobox", { name: "活動エリア" });
  const save = part.getByRole("button", { name: "保存する" });
  await part.getByRole("button", { name: "活動エリアを編集する" }).click();
  await field.fill("千葉県柏市");
  await update(page);
  await save.click();
  await expect(part.getByText("おかえりが新しくなりました。ページを読み込み直してから")).toBeVisible();
  await page.getByRole("button", { name: "読み込み直す" }).click();
  await expect.poll(() => isOld(page), twoPages).toBe(false);
  await expect(field).toHaveValue("千葉県柏市");
  await save.click();
  await expect(part.getByText("千葉県柏市", { exact: true })).toBeVisible();
});

test("without a socket a line of a page from before an update is sent by the new page, once", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura", { path: "/c/aoba/chat" });
  await page.context().routeWebSocket(/socket\.io/, (socket) => socket.close());
  await page.reload();
  await threadRow(page, "高橋 千夏").click();
  const field = page.getByRole("textbox", { name: /さんへのメッセージ/ });
  const line = `更新のあとで ${crypto.randomUUID()}`;
  await field.fill(line);
  await update(page);
  await field.press("Enter");
  await expect.poll(() => isOld(page), twoPages).toBe(false);
  await expect(conversation(page).locator("[data-number]").getByText(line)).toHaveCount(1, twoPages);
});
