import { createECDH, randomBytes } from "node:crypto";
import { type BrowserContext, expect, type Page } from "@playwright/test";
import type { PushPayload } from "#lib/push/schema.ts";
import { controlled, conversation, openAs, requestAs, test } from "./support.ts";

const origin = () => new URL(process.env.E2E_BASE_URL ?? "").origin;

/** Has a notice pushed until it is shown: what was allowed just now comes round to the service worker a little later. */
async function notify(page: Page, notice: PushPayload): Promise<void> {
  const { title, body } = notice;
  await expect(async () => {
    await deliverPush(page, notice);
    await expect.poll(() => shown(page), { timeout: 2_000 }).toContainEqual({ title, body });
  }).toPass();
}

async function deliverPush(page: Page, notice: PushPayload): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const registrations: string[] = [];
  devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: updated }) =>
    registrations.push(...updated.map(({ registrationId }) => registrationId)),
  );
  await devtools.send("ServiceWorker.enable");
  await expect.poll(() => registrations.length).toBeGreaterThan(0);
  const [registrationId = ""] = registrations;
  await devtools.send("ServiceWorker.deliverPushMessage", {
    origin: origin(),
    registrationId,
    data: JSON.stringify(notice),
  });
  await devtools.detach();
}

function shown(page: Page): Promise<{ title: string; body: string }[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ title, body }) => ({ title, body }));
  });
}

test("what is pushed is shown, once for a thread", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  await page.context().grantPermissions(["notifications"], { origin: origin() });
  await controlled(page);
  const [path, tag] = ["/c/aoba/chat", "a thread"];
  const notice = { title: "髙橋 耕作", body: "一つめ", tag, path, locale: "ja" };
  await notify(page, notice);
  expect(await shown(page)).toEqual([{ title: "髙橋 耕作", body: "一つめ" }]);
  await notify(page, { ...notice, body: "二つめ\n未読2件" });
  expect(await shown(page)).toEqual([{ title: "髙橋 耕作", body: "二つめ\n未読2件" }]);
});

test("a notification goes when its thread is read on whatever screen, and no other does", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura");
  await page.context().grantPermissions(["notifications"], { origin: origin() });
  await controlled(page);
  await writeTo(page, /髙橋 耕作/);
  const path = new URL(page.url()).pathname;
  const tag = path.split("/").at(-1) ?? "";
  const reader = await page.context().newPage();
  await Promise.all([page.goto("/c/aoba/feed"), reader.goto("/c/aoba/feed")]);
  await say(await openAs(browser, "kosaku"), path, `届きましたか ${crypto.randomUUID()}`);
  // A browser on its own takes notifications away too, after a while: quickly, then.
  await notify(page, { title: "髙橋 耕作", body: "…", tag, path, locale: "ja" });
  await notify(page, { title: "同期会", body: "…", tag: "another", path, locale: "ja" });
  const reading = reader.goto(path);
  await expect.poll(() => shown(page), { intervals: [100] }).toEqual([{ title: "同期会", body: "…" }]);
  await reading;
});

test("a notification leads to its thread's window where there is one, and opens one where there is none", async ({
  browser,
}) => {
  const page = await openAs(browser, "sakura");
  const context = page.context();
  await context.grantPermissions(["notifications"], { origin: origin() });
  await controlled(page);
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error("no service worker");
  // A browser lets only a person's own click do this.
  await worker.evaluate(watchWindows);
  const press = async (path: string) => {
    await notify(page, { title: "髙橋 耕作", body: "…", tag: path, path, locale: "ja" });
    await worker.evaluate(pressNotice);
    await expect.poll(() => shown(page)).toEqual([]);
    return worker.evaluate<string[]>("led");
  };
  await page.goto("/c/aoba/directory");
  expect(await press("/c/aoba/directory")).toEqual(["focus /c/aoba/directory"]);
  expect(await press("/c/aoba/chat")).toEqual(["focus /c/aoba/directory", `open ${origin()}/c/aoba/chat`]);
  expect(await press("https://evil.example/")).toHaveLength(2);
});

/** In the service worker: notes where a notification leads instead of going there. */
const watchWindows = `
  self.led = [];
  clients.openWindow = async (url) => led.push("open " + url);
  WindowClient.prototype.focus = async function () { led.push("focus " + new URL(this.url).pathname); };
`;

const pressNotice = `(async () => {
  const [notification] = await registration.getNotifications();
  dispatchEvent(new NotificationEvent("notificationclick", { notification }));
})()`;

async function writeTo(page: Page, name: RegExp): Promise<void> {
  await page.goto("/c/aoba/directory?q=たかはし");
  await page.getByRole("link", { name }).click();
  await expect(page).toHaveURL(/\/people\//);
  await page.getByRole("button", { name: "メッセージを書く" }).click();
  await expect(page).toHaveURL(/\/chat\/.+/);
}

async function say(page: Page, path: string, text: string): Promise<void> {
  await page.goto(path);
  await page.getByRole("textbox", { name: /さんへのメッセージ/ }).fill(text);
  await page.keyboard.press("Enter");
  await expect(conversation(page).getByText(text)).toBeVisible();
}

/** A push service of the browser's maker, which lies outside of this machine. */
async function givePushService(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    let own: PushSubscription | null = null;
    PushManager.prototype.getSubscription = async () => own;
    PushManager.prototype.subscribe = async (options) => {
      if (!options?.applicationServerKey) throw new Error("no key");
      const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, [
        "deriveBits",
      ]);
      const point = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
      const text = (bytes: Uint8Array) =>
        btoa(String.fromCharCode(...bytes))
          .replaceAll("+", "-")
          .replaceAll("/", "_")
          .replaceAll("=", "");
      const endpoint = `https://push.example.com/${crypto.randomUUID()}`;
      const keys = { p256dh: text(point), auth: text(crypto.getRandomValues(new Uint8Array(16))) };
      own = {
        endpoint,
        expirationTime: null,
        options: { applicationServerKey: null, userVisibleOnly: true },
        getKey: () => null,
        toJSON: () => ({ endpoint, keys }),
        unsubscribe: async () => {
          own = null;
          return true;
        },
      };
      return own;
    };
  });
}

test("push is turned on and off for this browser, and chat preferences are kept", async ({ browser }) => {
  const page = await openAs(browser, "koji");
  await page.context().grantPermissions(["notifications"], { origin: origin() });
  await givePushService(page.context());
  await page.goto("/c/aoba/settings");
  await controlled(page);
  const push = page.getByRole("switch", { name: "このブラウザーで通知を受け取る" });
  await expect(push).not.toBeChecked();
  await push.click();
  await expect(push).toBeChecked();
  await expect(page.getByText("保存しました")).toBeVisible();
  await push.click();
  await expect(push).not.toBeChecked();

  const reads = page.getByRole("switch", { name: "既読を見せる" });
  await expect(reads).toBeChecked();
  await reads.focus();
  await page.keyboard.press("Space");
  await page.getByText("60分後").click();
  await expect(page.getByText("保存しました")).toHaveCount(3);
  await page.reload();
  await expect(reads).not.toBeChecked();
  await expect(page.getByRole("radio", { name: "60分後" })).toBeChecked();
  await reads.click();
  await page.getByText("15分後").click();
  await expect(page.getByText("保存しました")).toHaveCount(2);
});

/** Turns push on for this browser, whose push service is one of ours. */
async function turnPushOn(page: Page): Promise<void> {
  await page.context().grantPermissions(["notifications"], { origin: origin() });
  await givePushService(page.context());
  await page.goto("/c/aoba/settings");
  await controlled(page);
  await page.getByRole("switch", { name: "このブラウザーで通知を受け取る" }).click();
  await expect(page.getByText("保存しました")).toBeVisible();
}

/** As the browser's push service gives it. */
const moved = (endpoint: string) => ({
  endpoint,
  expirationTime: null,
  keys: {
    p256dh: createECDH("prime256v1").generateKeys("base64url"),
    auth: randomBytes(16).toString("base64url"),
  },
});

test("a browser that its push service moves goes on being told, with the key of before", async ({
  browser,
}) => {
  const page = await openAs(browser, "koji");
  await turnPushOn(page);
  const endpoint = `https://push.example.com/${crypto.randomUUID()}`;
  const [worker] = page.context().serviceWorkers();
  if (!worker) throw new Error("no service worker");
  const key = await worker.evaluate<string>(moveBrowser(moved(endpoint)));
  expect(key).toMatch(/^[\w-]{87}$/);
  // Where the session is woken and where the browser listens are one again.
  const later = await page.context().newPage();
  await later.addInitScript((at) => {
    PushManager.prototype.getSubscription = async () => ({ endpoint: at }) as PushSubscription;
  }, endpoint);
  const push = later.getByRole("switch", { name: "このブラウザーで通知を受け取る" });
  await expect(async () => {
    await later.goto("/c/aoba/settings");
    await expect(push).toBeChecked({ timeout: 1000 });
  }).toPass();
});

/** In the service worker: what a browser does when its subscription has run out. Returns the key that it was bound to. */
const moveBrowser = (subscription: unknown) => `new Promise((resolve) => {
  PushManager.prototype.subscribe = async ({ applicationServerKey }) => {
    resolve(applicationServerKey);
    return ${JSON.stringify(subscription)};
  };
  dispatchEvent(new ExtendableEvent("pushsubscriptionchange"));
})`;

test("a browser's move is told by the session that wanted push, from a page of ours, and as browsers say it", async ({
  browser,
  request: nobody,
}) => {
  const koji = await openAs(browser, "koji");
  await turnPushOn(koji);
  const sakura = await requestAs(browser, "sakura");
  const data = moved(`https://push.example.com/${crypto.randomUUID()}`);
  const here = { origin: origin() };
  for (const request of [nobody, sakura]) {
    expect((await request.get("/api/push")).status()).toBe(404);
    expect((await request.post("/api/push", { data, headers: here })).status()).toBe(404);
  }
  const { request } = koji.context();
  expect(await (await request.get("/api/push")).json()).toEqual({
    publicKey: expect.stringMatching(/^[\w-]{87}$/),
  });
  for (const elsewhere of ["", "https://evil.example", "null"]) {
    const headers: Record<string, string> = elsewhere ? { origin: elsewhere } : {};
    expect((await request.post("/api/push", { data, headers })).status(), elsewhere).toBe(404);
  }
  for (const wrong of [
    "",
    "{",
    "null",
    [],
    { endpoint: data.endpoint },
    { ...data, endpoint: "javascript:alert(1)" },
    { ...data, endpoint: "https://10.0.0.1/push" },
    { ...data, keys: { ...data.keys, auth: "short" } },
    { ...data, more: "x".repeat(20_000) },
  ])
    expect(
      (await request.post("/api/push", { data: wrong, headers: here })).status(),
      JSON.stringify(wrong),
    ).toBe(422);
  expect((await request.post("/api/push", { data, headers: here })).status()).toBe(204);
});

test("where notifications are forbidden, the page says how to allow them", async ({ browser }) => {
  const page = await openAs(browser, "sakura");
  await page.addInitScript(() => Object.defineProperty(Notification, "permission", { value: "denied" }));
  await page.goto("/c/aoba/settings");
  await expect(page.getByRole("switch", { name: "このブラウザーで通知を受け取る" })).toBeDisabled();
  await expect(page.getByText("通知が止められています", { exact: false })).toBeVisible();
});
