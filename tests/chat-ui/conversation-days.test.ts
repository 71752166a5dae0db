import { expect, test } from "vitest";
import { conversationDays } from "#components/chat/conversation-days.ts";
import { nextConversation, openConversation } from "#components/chat/conversation-state.ts";
import type { ChatLine } from "#lib/chat/schema.ts";
import { line, me, other, pending } from "./lines.ts";

function at(number: number, sentAt: string, authorId = other): ChatLine {
  return { ...line(number, authorId), sentAt };
}
function setOf(lines: ChatLine[], timeZone = "Asia/Tokyo") {
  const days = conversationDays(openConversation(me, { lines, more: false }, 0), timeZone);
  return days.map(({ key, runs }) => [key, runs.map((run) => run.lines.map(({ number }) => number))]);
}

test("days are those of the reader's zone", () => {
  const lines = [at(1, "2026-11-21T14:59:00Z"), at(2, "2026-11-21T15:01:00Z")];
  expect(setOf(lines)).toEqual([
    ["2026-11-21", [[1]]],
    ["2026-11-22", [[2]]],
  ]);
  expect(setOf(lines, "UTC")).toEqual([["2026-11-21", [[1, 2]]]]);
});

test("a run ends with its author, or after a pause", () => {
  const lines = [
    at(1, "2026-11-21T01:00:00Z"),
    at(2, "2026-11-21T01:09:00Z"),
    at(3, "2026-11-21T01:10:00Z", me),
    at(4, "2026-11-21T01:11:00Z"),
    at(5, "2026-11-21T01:30:00Z"),
  ];
  expect(setOf(lines)).toEqual([["2026-11-21", [[1, 2], [3], [4], [5]]]]);
});

test("numbers give the order, even where clocks went back over midnight", () => {
  const lines = [at(1, "2026-11-21T15:01:00Z"), at(2, "2026-11-21T14:59:00Z"), at(3, "2026-11-21T15:02:00Z")];
  expect(setOf(lines)).toEqual([["2026-11-22", [[1, 2, 3]]]]);
});

test("a waiting line stands last, and keeps its key when the server has it", () => {
  const written = { ...pending(10), writtenAt: "2026-11-21T00:00:00Z" };
  const open = openConversation(me, { lines: [at(1, "2026-11-21T05:00:00Z")], more: false }, 0);
  const waiting = nextConversation(open, { type: "written", lines: [written] });
  const sent = nextConversation(waiting, { type: "received", lines: [line(2, me, 10)] });
  const lastOf = (state: typeof open) =>
    conversationDays(state, "UTC")
      .flatMap(({ runs }) => runs)
      .flatMap(({ lines }) => lines)
      .at(-1);
  expect(lastOf(waiting)).toMatchObject({ state: "waiting", number: null });
  expect(lastOf(sent)).toMatchObject({ state: "sent", number: 2, key: lastOf(waiting)?.key });
});
