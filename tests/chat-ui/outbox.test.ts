import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keptLines } from "#components/chat/frame/kept-lines.ts";
import { createOutbox, type Send, type TakeTurn } from "#components/chat/frame/outbox.ts";
import { createConversationStore, joinOutbox } from "#components/chat/state/conversation-store.ts";
import { offline } from "#components/live/live-request.ts";
import type { ChatLine } from "#lib/chat/schema.ts";
import { deviceOf } from "./device.ts";
import { idOf, line, me, opened, threadId } from "./lines.ts";

const elsewhere = idOf(910);

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A server that commits what it is sent, unless something else is to be answered first. */
class Server {
  readonly committed: ChatLine[] = [];
  readonly asked: string[] = [];
  answers: Awaited<ReturnType<Send>>[] = [];
  hangs: Promise<unknown> = Promise.resolve();

  readonly deliver: Send = async (message) => {
    this.asked.push(message.text);
    await this.hangs;
    const answer = this.answers.shift();
    if (answer) return answer;
    const known = this.committed.find(({ clientId }) => clientId === message.clientId);
    if (known) return { ok: true, data: known };
    const { threadId, clientId, text } = message;
    const number = this.in(threadId).length + 1;
    const sent = { ...line(number, me), threadId, clientId, text };
    this.committed.push(sent);
    return { ok: true, data: sent };
  };

  in(thread: string): string[] {
    return this.committed.filter((sent) => sent.threadId === thread).map(({ text }) => text);
  }
}

function outboxOn(device: Storage, server: Server, takeTurn?: TakeTurn) {
  return createOutbox({ kept: keptLines(device, me), deliver: server.deliver, takeTurn });
}
const texts = (outbox: ReturnType<typeof createOutbox>, thread = threadId) =>
  (outbox.lines().get(thread) ?? []).map(({ text }) => text);
const settled = () => vi.advanceTimersByTimeAsync(0);

describe("lines", () => {
  test("go out one after another in each thread, in the order in which they were written", async () => {
    const server = new Server();
    const outbox = outboxOn(deviceOf(), server);
    for (const text of ["1", "2", "3"]) outbox.write(threadId, { text });
    outbox.write(elsewhere, { text: "4" });
    expect(texts(outbox)).toEqual(["1", "2", "3"]);
    await settled();
    expect(server.in(threadId)).toEqual(["1", "2", "3"]);
    expect(server.in(elsewhere)).toEqual(["4"]);
    expect(outbox.lines().size).toBe(0);
  });

  test("keep their order where the clock goes back", () => {
    const server = new Server();
    server.answers = [offline];
    const outbox = outboxOn(deviceOf(), server);
    outbox.write(threadId, { text: "1" });
    vi.setSystemTime(Date.now() - 3_600_000);
    outbox.write(threadId, { text: "2" });
    outbox.write(threadId, { text: "3" });
    expect(texts(outbox)).toEqual(["1", "2", "3"]);
  });

  test("take along what they quote, whom they mention and their files", async () => {
    const deliver = vi.fn<Send>(async () => offline);
    const outbox = createOutbox({ kept: keptLines(undefined, me), deliver });
    const file = { id: idOf(5), name: "a", type: "b", size: 1, width: null, height: null, preview: false };
    const quote = { number: 4, authorId: me, text: "?", deleted: false, files: 0 };
    const { clientId } = outbox.write(threadId, { text: "", quote, mentions: [idOf(6)], files: [file] });
    await settled();
    expect(deliver).toHaveBeenCalledWith({
      threadId,
      clientId,
      text: "",
      quoted: 4,
      mentions: [idOf(6)],
      files: [file.id],
    });
  });
});

describe("what cannot be sent", () => {
  test("stops the others of its thread, and begins again later", async () => {
    const server = new Server();
    server.answers = [offline, offline];
    const outbox = outboxOn(deviceOf(), server);
    outbox.write(threadId, { text: "1" });
    await settled();
    outbox.write(elsewhere, { text: "2" });
    await settled();
    expect(server.asked).toEqual(["1", "2"]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(server.asked).toEqual(["1", "2", "1", "2"]);
    expect(outbox.lines().size).toBe(0);
  });

  test("does not wait for its time when there is a connection", async () => {
    const server = new Server();
    server.answers = [offline];
    const outbox = outboxOn(deviceOf(), server);
    outbox.write(threadId, { text: "1" });
    await settled();
    outbox.send();
    await settled();
    expect(server.in(threadId)).toEqual(["1"]);
  });

  test("waits as long as the server asks it to, and is not refused", async () => {
    const server = new Server();
    server.answers = [{ ok: false, code: "too-many", retryAfter: 7 }];
    const outbox = outboxOn(deviceOf(), server);
    outbox.write(threadId, { text: "1" });
    await vi.advanceTimersByTimeAsync(6_900);
    outbox.send();
    expect(server.asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(server.in(threadId)).toEqual(["1"]);
  });

  test("is tried again after an error of the server's", async () => {
    const server = new Server();
    server.answers = [{ ok: false, code: "unexpected", requestId: "1" }];
    const outbox = outboxOn(deviceOf(), server);
    outbox.write(threadId, { text: "1" });
    await vi.advanceTimersByTimeAsync(2_100);
    expect(server.in(threadId)).toEqual(["1"]);
  });

  test("for good stands aside, says why, and is not tried again after a reload", async () => {
    const device = deviceOf();
    const server = new Server();
    server.answers = [{ ok: false, code: "invalid", fields: { threadId: "chat-closed" } }];
    const outbox = outboxOn(device, server);
    outbox.write(threadId, { text: "1" });
    outbox.write(threadId, { text: "2" });
    await settled();
    expect(server.in(threadId)).toEqual(["2"]);
    const reloaded = outboxOn(device, server);
    reloaded.send();
    await settled();
    expect(reloaded.lines().get(threadId)).toMatchObject([{ text: "1", refused: "chat-closed" }]);
    expect(server.asked).toEqual(["1", "2"]);
  });

  test("and was taken back meanwhile does not come back as refused", async () => {
    const server = new Server();
    let answer = () => {};
    server.hangs = new Promise<void>((resolve) => {
      answer = resolve;
    });
    server.answers = [{ ok: false, code: "not-found" }];
    const outbox = outboxOn(deviceOf(), server);
    const { clientId } = outbox.write(threadId, { text: "1" });
    outbox.withdraw(threadId, clientId);
    answer();
    await settled();
    expect(outbox.lines().size).toBe(0);
  });
});

describe("another page of the device", () => {
  test("sends what one that is gone could not, in order", async () => {
    const device = deviceOf();
    const server = new Server();
    server.answers = [offline];
    const gone = outboxOn(device, server);
    for (const text of ["1", "2"]) gone.write(threadId, { text });
    await settled();
    gone.close();
    const outbox = outboxOn(device, server);
    outbox.send();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server.in(threadId)).toEqual(["1", "2"]);
    expect(server.asked).toEqual(["1", "1", "2"]);
    expect(Object.keys(device)).toEqual([]);
  });

  test("that is open sends nothing twice where the browser knows turns", async () => {
    const device = deviceOf();
    const server = new Server();
    const takeTurn = turns();
    const tabs = [outboxOn(device, server, takeTurn), outboxOn(device, server, takeTurn)];
    for (const text of ["1", "2", "3"]) for (const tab of tabs) tab.write(threadId, { text });
    for (const tab of tabs) tab.send();
    await settled();
    expect(server.asked).toEqual(["1", "1", "2", "2", "3", "3"]);
    expect(new Set(server.committed.map(({ clientId }) => clientId)).size).toBe(6);
    expect(Object.keys(device)).toEqual([]);
  });

  test("that is open commits nothing twice, and in order, where it does not", async () => {
    const device = deviceOf();
    const server = new Server();
    const tabs = [outboxOn(device, server), outboxOn(device, server)];
    const written = ["1", "2", "3"];
    for (const text of written) tabs[0]?.write(threadId, { text });
    for (const tab of tabs) tab.send();
    await settled();
    expect(server.in(threadId)).toEqual(written);
  });
});

test("a line that is known to be committed is let go, and not sent again", async () => {
  const server = new Server();
  server.answers = [offline];
  const outbox = outboxOn(deviceOf(), server);
  const { clientId } = outbox.write(threadId, { text: "1" });
  await settled();
  outbox.settle([{ ...line(1, me), clientId }]);
  outbox.send();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toHaveLength(1);
});

test("a conversation shows what waits, also what another page wrote, and what was sent in its place", async () => {
  const device = deviceOf();
  const server = new Server();
  server.answers = [offline];
  const outbox = outboxOn(device, server);
  const store = createConversationStore(opened([]));
  outbox.write(threadId, { text: "1" });
  await settled();
  const stop = joinOutbox(store, outbox, threadId);
  keptLines(device, me).keep(threadId, { ...outboxLine("2"), writtenAt: "2099-01-01T00:00:00.000Z" });
  expect(store.get().pending.map(({ text }) => text)).toEqual(["1"]);
  outbox.send();
  expect(store.get().pending.map(({ text }) => text)).toEqual(["1", "2"]);
  await settled();
  expect(store.get().lines.map(({ text }) => text)).toEqual(["1", "2"]);
  expect(store.get().pending).toEqual([]);
  stop();
});

test("a closed one tries no more, until it is used again", async () => {
  const server = new Server();
  server.answers = [offline];
  const outbox = outboxOn(deviceOf(), server);
  outbox.write(threadId, { text: "1" });
  await settled();
  outbox.close();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(server.asked).toHaveLength(1);
  outbox.send();
  await settled();
  expect(server.in(threadId)).toEqual(["1"]);
});

function outboxLine(text: string) {
  return { clientId: crypto.randomUUID(), text, quote: null, mentions: [], files: [] };
}

/** As a browser gives them: one after another under each name. */
function turns(): TakeTurn {
  const queues = new Map<string, Promise<void>>();
  return (name, work) => {
    const turn = (queues.get(name) ?? Promise.resolve()).then(work);
    queues.set(name, turn);
    return turn;
  };
}
