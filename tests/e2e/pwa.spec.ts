import { expect } from "@playwright/test";
import { z } from "zod";
import { controlled, expectForEveryone, openAs, openBrowser, test } from "./support.ts";

const offlineTitle = /ページを読み込めませんでした|This page could not be reached/;

test("a phone or a desktop can install it", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  await controlled(page);
  const devtools = await page.context().newCDPSession(page);
  const { installabilityErrors } = await devtools.send("Page.getInstallabilityErrors");
  // What a private window is never allowed.
  const errors = installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito");
  expect(errors).toEqual([]);
  const { url, errors: wrong } = await devtools.send("Page.getAppManifest");
  expect({ path: new URL(url).pathname, wrong }).toEqual({ path: "/manifest.webmanifest", wrong: [] });
  const manifest = await (await page.request.get(url)).json();
  expect(manifest).toMatchObject({
    id: "/",
    name: "おかえり",
    short_name: "おかえり",
    start_url: "/sign-in",
    display: "standalone",
    lang: "ja",
  });
  // It starts in one's company; for a guest, in the browser's language, at the door.
  await page.goto("/sign-in");
  await expect(page).toHaveURL("/c/aoba/feed");
  const guest = await (await openBrowser(browser, { locale: "en" })).newPage();
  const english = await guest.request.get(url, { headers: { "Accept-Language": "en-US" } });
  expect(await english.json()).toMatchObject({ id: "/", name: "Okaeri", lang: "en" });
  await guest.goto("/sign-in");
  await expect(guest).toHaveURL("/sign-in");
  for (const { src, sizes } of z
    .array(z.object({ src: z.string(), sizes: z.string() }))
    .parse(manifest.icons)) {
    const png = await (await page.request.get(src)).body();
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`, src).toBe(sizes);
  }
  const worker = await page.request.get("/sw.js");
  expect(worker.headers()).toMatchObject({ "cache-control": "no-cache", "content-type": /javascript/ });
});

test("offline, a link leads nowhere: one stays with what one has, and is told why", async ({ browser }) => {
  const page = await openAs(browser, "sakura", { width: 390, path: "/c/aoba/chat" });
  await page.locator("main li a[href*='/chat/']").first().click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  // The address changes before all that the page needs is there.
  const composer = page.getByRole("textbox", { name: /メッセージ/ });
  await expect(composer).toBeVisible();
  await page.context().setOffline(true);
  await composer.fill("書きかけ");
  await page.getByRole("link", { name: "会話の一覧へ戻る" }).click();
  await expect(page.getByText("ほかのページは、つながってから開けます", { exact: false })).toBeVisible();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await expect(composer).toHaveValue("書きかけ");
  await page.context().setOffline(false);
  await composer.fill("");
  await page.getByRole("link", { name: "会話の一覧へ戻る" }).click();
  await expect(page).toHaveURL(/\/c\/aoba\/chat$/);
});

test("a page that is to be shown again without a connection stays, and is when it is back", async ({
  browser,
}) => {
  const page = await openAs(browser, "rachel", { locale: "en", path: "/c/larkfield/chat" });
  await page.locator("main li a[href*='/chat/']").first().click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await controlled(page);
  const composer = page.getByRole("textbox", { name: /Message/ });
  await composer.fill("Half a thought");
  await page.evaluate(() => Object.assign(window, { sameLoad: true }));
  const again = page.waitForRequest(
    (request) => request.headers().rsc === "1" && request.url().includes("/chat/"),
  );
  await page.context().setOffline(true);
  // As another tab does that shows its pages in another language.
  await page.evaluate(() => new BroadcastChannel("okaeri:look").postMessage("otherwise"));
  const shown = (await again).response();
  await page.waitForTimeout(2_500);
  expect(await page.evaluate(() => "sameLoad" in window)).toBe(true);
  await expect(composer).toHaveValue("Half a thought");
  await page.context().setOffline(false);
  expect((await shown)?.status()).toBe(200);
  expect(await page.evaluate(() => "sameLoad" in window)).toBe(true);
  await composer.fill("");
});

test("a link waits for a server that is away for a moment", async ({ browser }) => {
  const page = await openAs(browser, "rachel", { locale: "en", path: "/c/larkfield/chat" });
  await controlled(page);
  await page.evaluate(() => Object.assign(window, { sameLoad: true }));
  let refused = 0;
  await page.context().route(/\/directory\?/, async (route) => {
    refused++;
    await route.abort("connectionrefused");
  });
  await page.getByRole("navigation").getByRole("link", { name: "Directory" }).click();
  await expect.poll(() => refused).toBeGreaterThan(2);
  await page.context().unrouteAll();
  await expect(page).toHaveURL("/c/larkfield/directory");
  await expect(page.getByRole("heading", { name: "Directory", level: 1 })).toBeVisible();
  expect(await page.evaluate(() => "sameLoad" in window)).toBe(true);
});

test("offline, an address leads to our own page, which goes on by itself", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  const context = page.context();
  await page.goto("/c/aoba/chat");
  await controlled(page);
  await context.setOffline(true);
  await page.goto("/c/aoba/directory");
  await expect(page.getByRole("heading", { name: offlineTitle })).toBeVisible();
  await expect(page).toHaveTitle("ページを読み込めませんでした");
  await expect(page.getByText("書きかけの言葉は、この端末に残っています", { exact: false })).toBeVisible();
  await expectForEveryone(page, "the offline page");
  await page.getByRole("link", { name: "いま試す" }).click();
  await expect(page.getByRole("heading", { name: offlineTitle })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "名簿" })).toBeVisible();
  await expect(page).toHaveURL(/\/c\/aoba\/directory$/);
});

test("a draft is there after the way through the offline page, which speaks the reader's language", async ({
  browser,
}) => {
  const page = await openAs(browser, "hannah", { locale: "en", width: 390, path: "/c/larkfield/chat" });
  await page.locator("main li a[href*='/chat/']").first().click();
  await expect(page).toHaveURL(/\/chat\/[0-9a-f-]{36}$/);
  await controlled(page);
  const composer = page.getByRole("textbox", { name: /Message/ });
  await composer.fill("Half a thought");
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { name: "This page could not be reached" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  await page.context().setOffline(false);
  await expect(composer).toHaveValue("Half a thought");
  await composer.fill("");
});

test("nothing but the offline page is ever kept", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  await controlled(page);
  for (const room of ["feed", "directory", "chat", "settings"]) await page.goto(`/c/aoba/${room}`);
  const kept = await page.evaluate(async () => {
    const rooms = await caches.keys();
    const requests = await Promise.all(rooms.map(async (room) => (await caches.open(room)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toEqual(["/offline"]);
});
