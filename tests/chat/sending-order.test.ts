import pg from "pg";
import { expect, it, vi } from "vitest";
import { sendMessage } from "#lib/chat/messages.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import type { callOnce } from "#lib/db.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();

type Call = typeof callOnce;
/** What is done around a statement that sends; null: nothing. */
const around = vi.hoisted(() => ({
  each: null as null | ((call: Call, ...given: Parameters<Call>) => ReturnType<Call>),
}));
vi.mock("#lib/db.ts", async (importOriginal) => {
  const original = await importOriginal<typeof import("#lib/db.ts")>();
  const call: Call = (...given) => around.each?.(original.callOnce, ...given) ?? original.callOnce(...given);
  return { ...original, callOnce: call };
});

it("messages stay in order where a statement failed, and the first of them finds its thread held for a moment", async () => {
  const sakura = await viewerOf(database, "sakura", "aoba");
  const threadId = await openDirectThread(sakura, await memberIdOf(database, "kosaku", "aoba"));
  const other = await openDirectThread(sakura, await memberIdOf(database, "yuki", "aoba"));
  const send = (text: string, thread = threadId) =>
    sendMessage(sakura, { threadId: thread, clientId: crypto.randomUUID(), text, mentions: [], files: [] });
  const holder = new pg.Client({ connectionString: database.ownerUrl });
  await holder.connect();
  await holder.query("BEGIN");
  await holder.query("SELECT FROM chat_threads WHERE id = $1 FOR UPDATE", [threadId]);
  const held: ReturnType<typeof send>[] = [];
  const broken = Promise.withResolvers<void>();
  around.each = async (call, name, text, values) => {
    const [batch, patient] = values;
    const texts: string[] = JSON.parse(String(batch)).map((message: { text: string }) => message.text);
    // The lane goes on when all that was in the failed statement has been tried.
    if (patient === true) await broken.promise;
    try {
      return await call(name, text, values);
    } catch (error) {
      // The statement of all failed: something comes in meanwhile.
      if (texts.length > 1) held.push(send("三"));
      else broken.resolve();
      throw error;
    } finally {
      // The first found its thread held; now it is free.
      if (texts.length === 1 && texts[0] === "一" && patient === false) await holder.query("COMMIT");
    }
  };
  try {
    const first = send("先に", other);
    held.push(send("一"), send("二"));
    await expect(send("壊れた", "no uuid")).rejects.toThrow();
    await first;
    const lines = await Promise.all(held);
    const numbered = lines.toSorted((a, b) => a.number - b.number);
    expect(numbered.map(({ text }) => text)).toEqual(["一", "二", "三"]);
  } finally {
    around.each = null;
    await holder.end();
  }
});
