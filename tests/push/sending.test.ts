import { createServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import webPush from "web-push";
import { sendPush } from "#lib/push/sending.ts";
import { type PushService, startPushService } from "./push-service.ts";

const keys = webPush.generateVAPIDKeys();
const payload = {
  title: "高橋 千夏",
  body: "お久しぶりです 👋",
  tag: "01900000-0000-7000-8000-000000000000",
  path: "/c/aoba",
  locale: "ja",
};
let service: PushService;

beforeAll(async () => {
  service = await startPushService();
  Object.assign(process.env, {
    DATABASE_URL: "",
    DATABASE_APP_URL: "",
    EMBEDDED_DATABASE_URL: "postgresql://o:o@127.0.0.1:5432/okaeri",
    AUTH_SECRET: "x".repeat(32),
    APP_URL: "http://localhost:3000",
    MAIL_FROM: "おかえり <okaeri@example.com>",
    PUSH_TEST_SERVICE: service.url,
    VAPID_PUBLIC_KEY: keys.publicKey,
    VAPID_PRIVATE_KEY: keys.privateKey,
  });
});
afterAll(() => service.close());

test("a push reaches its browser, which alone can read it, signed by us", async () => {
  const browser = service.open();
  expect(await sendPush(browser.address, payload)).toBe("sent");
  const [push] = browser.received;
  expect(push?.payload).toEqual(payload);
  expect(push?.vapid).toMatchObject({
    genuine: true,
    publicKey: keys.publicKey,
    aud: service.url,
    sub: "mailto:okaeri@example.com",
  });
  expect(push?.headers).toMatchObject({
    "content-encoding": "aes128gcm",
    ttl: "86400",
    urgency: "high",
    topic: "01900000000070008000000000000000",
  });
});

test.each([404, 410])("%i: the browser is gone", async (status) => {
  const browser = service.open();
  browser.answer(status);
  expect(await sendPush(browser.address, payload)).toBe("gone");
});

test.each([400, 413, 429, 500, 301])("%i is a failure, and nothing is followed", async (status) => {
  const browser = service.open();
  browser.answer(status);
  expect(await sendPush(browser.address, payload)).toEqual({ failure: { status } });
});

test("an address that is not out in the world is not called on", async () => {
  let knocks = 0;
  const inner = createServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => inner.listen(0, "127.0.0.1", resolve));
  const at = inner.address();
  const port = typeof at === "object" && at ? at.port : 0;
  const { address } = service.open();
  for (const endpoint of [
    `https://127.0.0.1:${port}/`,
    `http://127.0.0.1:${port}/`,
    `https://localhost:${port}/`,
  ])
    expect(await sendPush({ ...address, endpoint }, payload)).toBe("gone");
  expect(knocks).toBe(0);
  inner.close();
});

test("a key that is none fails, and harms nobody", async () => {
  const { address } = service.open();
  expect(await sendPush({ ...address, p256dh: "AAAA" }, payload)).toEqual({
    failure: { err: expect.any(Error) },
  });
});
