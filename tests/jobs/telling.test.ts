import { afterAll, beforeAll, expect, test } from "vitest";
import webPush from "web-push";
import { findViewer } from "#lib/auth/viewers.ts";
import { keepPushSubscription } from "#lib/push/subscriptions.ts";
import { openThread, pass, say } from "#tests/chat/callers.ts";
import { type PushService, startPushService } from "#tests/push/push-service.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";
import { type ServerProcess, workerProcess } from "#tests/support/server-process.ts";

const database = openTestDatabase();
const workers: ServerProcess[] = [];
let service: PushService;

beforeAll(async () => {
  service = await startPushService();
  const { publicKey, privateKey } = webPush.generateVAPIDKeys();
  Object.assign(process.env, {
    PUSH_TEST_SERVICE: service.url,
    VAPID_PUBLIC_KEY: publicKey,
    VAPID_PRIVATE_KEY: privateKey,
  });
});
afterAll(async () => {
  for (const worker of workers) await worker.stop("SIGKILL");
  await service.close();
});

test("two workers tell who is not looking, by push at once and by mail later, each once", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const { account } = await signIn(database, "kosaku");
  const kosaku = await findViewer(account, "aoba");
  const browser = service.open();
  const { endpoint, p256dh, auth } = browser.address;
  await keepPushSubscription(account, { endpoint, keys: { p256dh, auth } });
  const thread = await openThread(sakura, kosaku);
  await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [thread]);
  await say(sakura, thread, "朝の便りです");
  await pass(database, "16 minutes");
  workers.push(await workerProcess(), await workerProcess());
  await Promise.all(workers.map((worker) => worker.start()));
  const mails = () =>
    database.asOwner<{ subject: string; sent_at: Date | null }>("SELECT subject, sent_at FROM mails");
  await eventually(async () => expect((await mails())[0]?.sent_at).toBeInstanceOf(Date));
  await eventually(() => expect(browser.payloads()).toHaveLength(1));
  await say(sakura, thread, "昼の便りです");
  await eventually(() => expect(browser.payloads()).toHaveLength(2));
  expect(browser.payloads().map(({ body }) => body)).toEqual(["朝の便りです", "昼の便りです\n未読2件"]);
  expect(await mails()).toHaveLength(1);
});
