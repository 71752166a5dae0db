import { createHmac } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { GET, POST } from "#app/api/c/[company]/stop-mails/[token]/route.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { findChatPreferences, saveChatPreferences } from "#lib/chat/preferences.ts";
import { mailDueDigests } from "#lib/notifications/digests.ts";
import { stopToken } from "#lib/notifications/stopping.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { people } from "#prisma/world.ts";
import { openThread, pass, say, settle } from "#tests/chat/callers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let chinatsu: Viewer;
let elsewhere: Viewer;
const minutesOf = async (viewer: Viewer) => (await findChatPreferences(viewer)).mailAfterMinutes;
const request = (method: string) => new Request("http://localhost:3000/api/c/aoba/stop-mails/x", { method });
const context = (token: string) => ({ params: Promise.resolve({ company: "aoba", token }) });
const post = async (token: string) => (await POST(request("POST"), context(token))).status;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  chinatsu = await viewerOf(database, "chinatsu", "aoba");
  elsewhere = await viewerOf(database, "chinatsu", "larkfield");
});
beforeEach(() => database.asOwner("DELETE FROM chat_preferences"));

test("a mail program stops the mails of its reader in that company, at one press and for nobody else", async () => {
  await saveChatPreferences(chinatsu, { mailContent: false });
  const thread = await openThread(sakura, chinatsu);
  await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [thread]);
  await settle(database);
  await say(sakura, thread, "お元気ですか");
  await pass(database, "16 minutes");
  expect(await mailDueDigests(notificationSources)).toBe(1);
  const [mail] = await database.asOwner<{ to: string; unsubscribe: string }>(
    'SELECT "to", unsubscribe FROM mails',
  );
  expect(mail?.to).toBe(people.chinatsu.email);
  const token =
    mail?.unsubscribe.match(/^http:\/\/localhost:3000\/api\/c\/aoba\/stop-mails\/([\w.-]+)$/)?.[1] ?? "";
  expect([await post(token), await post(token)]).toEqual([204, 204]);
  expect(await findChatPreferences(chinatsu)).toMatchObject({ mailAfterMinutes: 0, mailContent: false });
  expect([await minutesOf(elsewhere), await minutesOf(sakura)]).toEqual([15, 15]);
  await say(sakura, thread, "またお便りします");
  await pass(database, "3 hours");
  expect(await mailDueDigests(notificationSources)).toBe(0);
});

test("opening the address stops nothing, and leads to the settings", async () => {
  const response = await GET(request("GET"), context(stopToken(chinatsu)));
  expect([response.status, response.headers.get("location")]).toEqual([303, "/c/aoba/settings"]);
  const odd = { params: Promise.resolve({ company: "/evil.example", token: "x" }) };
  expect((await GET(request("GET"), odd)).headers.get("location")).toBe("/c/%2Fevil.example/settings");
  expect(await minutesOf(chinatsu)).toBe(15);
});

test("a key that was made for another, of something else, or by hand stops nothing", async () => {
  const [company = "", member = "", signature = ""] = stopToken(chinatsu).split(".");
  const secret = process.env.AUTH_SECRET ?? "";
  const signed = (text: string) => createHmac("sha256", secret).update(text).digest("base64url");
  const forged = [
    `${company}.${sakura.memberId}.${signature}`,
    `${elsewhere.companyId}.${member}.${signature}`,
    `${company}.${member}.${signed(`${company}:${member}`)}`,
    `${company}.${member}.${createHmac("sha256", "guessed").update(`stop mails\n${company}\n${member}`).digest("base64url")}`,
    `${company}.${member}.`,
    `${company}.${member}.${signature.slice(0, -1)}`,
    `${company}.${member}.${signature}.x`,
    `${company}.${member}`,
    "",
    "..",
    "\0",
    "あ.い.う",
    stopToken({ companyId: company, memberId: elsewhere.memberId }),
    stopToken({ companyId: company, memberId: crypto.randomUUID() }),
  ];
  for (const token of forged) expect(await post(token), token).toBe(404);
  for (const viewer of [sakura, chinatsu, elsewhere]) expect(await minutesOf(viewer)).toBe(15);
});
