import { expect, test } from "vitest";
import { openConversation } from "#components/chat/conversation-state.ts";
import { createConversationStore } from "#components/chat/conversation-store.ts";
import { keepPending } from "#components/chat/keep-pending.ts";
import { keptText } from "#components/chat/kept-text.ts";
import { line, me, other, pending, threadId } from "./lines.ts";

/** As a browser's: its own keys are what it holds. */
function deviceOf(entries: Record<string, string> = {}): Storage {
  const device = Object.create({
    getItem: (key: string) => device[key] ?? null,
    setItem: (key: string, value: string) => {
      device[key] = value;
    },
    removeItem: (key: string) => delete device[key],
  });
  return Object.assign(device, entries);
}

function openStore() {
  return createConversationStore(openConversation(me, { lines: [], more: false }, 0));
}

test("a draft is kept for a member and a thread, and let go when it is empty", () => {
  const device = deviceOf();
  keptText(device, me, threadId).keepDraft("途中です");
  expect(keptText(device, me, threadId).draft()).toBe("途中です");
  expect(keptText(device, other, threadId).draft()).toBe("");
  expect(keptText(device, me, other).draft()).toBe("");
  keptText(device, me, threadId).keepDraft("");
  expect(Object.keys(device)).toEqual([]);
});

test("lines come back in the order in which they were written", () => {
  const kept = keptText(deviceOf(), me, threadId);
  for (const client of [12, 10, 11]) kept.keepLine(pending(client));
  expect(kept.lines()).toEqual([10, 11, 12].map(pending));
});

test("what is no line of ours is passed over", () => {
  const prefix = `okaeri:${me}:${threadId}:line:`;
  const device = deviceOf({
    [`${prefix}1`]: "{",
    [`${prefix}2`]: "null",
    [`${prefix}3`]: '{"text":"?"}',
    other: "x",
  });
  expect(keptText(device, me, threadId).lines()).toEqual([]);
});

test("without storage, or with one that throws, nothing is kept and nothing breaks", () => {
  const full = new Proxy(deviceOf(), {
    get: () => () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  });
  for (const device of [undefined, full]) {
    const kept = keptText(device, me, threadId);
    kept.keepDraft("a");
    kept.keepLine(pending(1));
    expect(kept.draft()).toBe("");
    expect(kept.lines()).toEqual([]);
  }
});

test("a waiting line is kept until the server has it, and waits again on the next page", () => {
  const kept = keptText(deviceOf(), me, threadId);
  const first = openStore();
  const stop = keepPending(first, kept);
  first.dispatch({ type: "written", lines: [pending(1), pending(2)] });
  first.dispatch({ type: "received", lines: [line(1, me, 1)] });
  stop();
  expect(kept.lines()).toEqual([pending(2)]);

  const second = openStore();
  keepPending(second, kept);
  expect(second.get().pending).toEqual([pending(2)]);
  second.dispatch({ type: "received", lines: [line(1, me, 1), line(2, me, 2)] });
  expect(kept.lines()).toEqual([]);
});

test("a line that was sent before the page came is let go at once", () => {
  const kept = keptText(deviceOf(), me, threadId);
  kept.keepLine(pending(1));
  const store = openStore();
  store.dispatch({ type: "received", lines: [line(1, me, 1)] });
  keepPending(store, kept);
  expect(store.get().pending).toEqual([]);
  expect(kept.lines()).toEqual([]);
});

test("another tab's lines stay", () => {
  const device = deviceOf();
  const store = openStore();
  keepPending(store, keptText(device, me, threadId));
  keptText(device, me, threadId).keepLine(pending(5));
  store.dispatch({ type: "written", lines: [pending(1)] });
  store.dispatch({ type: "received", lines: [line(1, me, 1)] });
  expect(keptText(device, me, threadId).lines()).toEqual([pending(5)]);
});
