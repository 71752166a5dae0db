import { expect, test } from "vitest";
import { conversationDays } from "#components/chat/state/conversation-days.ts";
import { type ConversationState, nextConversation } from "#components/chat/state/conversation-state.ts";
import { foldedAuthor } from "#lib/chat/folds.ts";
import type { ChatLine } from "#lib/chat/schema.ts";
import { line, me, opened, other, pending } from "./lines.ts";

function at(number: number, sentAt: string, authorId = other): ChatLine {
  return { ...line(number, authorId), sentAt };
}
function setOf(lines: ChatLine[], timeZone = "Asia/Tokyo") {
  const days = conversationDays(opened(lines), timeZone);
  return days.map(({ key, runs }) => [key, runs.map((run) => run.lines.map(({ number }) => number))]);
}
const linesOf = (state: ConversationState) =>
  conversationDays(state, "UTC")
    .flatMap(({ runs }) => runs)
    .flatMap(({ lines }) => lines);

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

test("a notice stands alone", () => {
  const notice = { ...line(2), notice: { type: "renamed", name: "同期会" } as const };
  expect(setOf([line(1), notice, line(3), line(4)])).toEqual([["2026-11-22", [[1], [2], [3, 4]]]]);
});

test("numbers give the order, even where clocks went back over midnight", () => {
  const lines = [at(1, "2026-11-21T15:01:00Z"), at(2, "2026-11-21T14:59:00Z"), at(3, "2026-11-21T15:02:00Z")];
  expect(setOf(lines)).toEqual([["2026-11-22", [[1, 2, 3]]]]);
});

test("a waiting line stands last, and keeps its key when the server has it", () => {
  const written = { ...pending(10), writtenAt: "2026-11-21T00:00:00Z" };
  const open = opened([at(1, "2026-11-21T05:00:00Z")]);
  const waiting = nextConversation(open, { type: "waiting", lines: [written] });
  const sent = nextConversation(waiting, { type: "acknowledged", line: line(2, me, 10) });
  expect(linesOf(waiting).at(-1)).toMatchObject({ state: "waiting", number: null, reason: null });
  expect(linesOf(sent).at(-1)).toMatchObject({
    state: "sent",
    number: 2,
    key: linesOf(waiting).at(-1)?.key,
  });
});

test("a refused line says why", () => {
  const refused = { ...pending(10), refused: "chat-closed" };
  const state = nextConversation(opened([]), { type: "waiting", lines: [refused] });
  expect(linesOf(state)).toMatchObject([{ state: "refused", reason: "chat-closed" }]);
});

test.each<[string, number | null, number[]]>([
  ["nothing was new", null, []],
  ["the last one read is on the screen", 2, [3]],
  ["what follows it is the viewer's own", 3, [5]],
  ["nothing was read", 0, [1]],
  ["all was read", 5, []],
])("new since you left: %s", (_, newSince, expected) => {
  const state = opened([line(1), line(2), line(3), line(4, me), line(5)]);
  const runs = conversationDays(state, "UTC", newSince).flatMap((day) => day.runs);
  expect(runs.filter(({ fresh }) => fresh).map((run) => run.lines[0]?.number)).toEqual(expected);
});

test("new since you left stands above what was not deleted", () => {
  const gone = { ...line(2), deleted: true, text: "" };
  const runs = conversationDays(opened([line(1), gone, line(3)]), "UTC", 1).flatMap((day) => day.runs);
  expect(runs.filter(({ fresh }) => fresh).map((run) => run.lines[0]?.number)).toEqual([3]);
});

test("new since you left stands nowhere while its place is on an older page", () => {
  const runs = conversationDays(opened([line(8), line(9)]), "UTC", 3).flatMap((day) => day.runs);
  expect(runs.some(({ fresh }) => fresh)).toBe(false);
});

test("folded lines lie together, whatever the pause, and are not what is new", () => {
  const lines = [
    at(1, "2026-11-21T01:00:00Z"),
    at(2, "2026-11-21T01:01:00Z", foldedAuthor),
    at(3, "2026-11-21T02:30:00Z", foldedAuthor),
    at(4, "2026-11-21T02:31:00Z"),
  ];
  expect(setOf(lines)).toEqual([["2026-11-21", [[1], [2, 3], [4]]]]);
  const fresh = conversationDays(opened(lines), "UTC", 1).flatMap(({ runs }) =>
    runs.filter((run) => run.fresh),
  );
  expect(fresh.map((run) => run.lines[0]?.number)).toEqual([4]);
});

test("of many folded lines fifty lie together, as many as are shown at once", () => {
  const lines = Array.from({ length: 120 }, (_, index) => line(index + 1, foldedAuthor));
  const runs = conversationDays(opened(lines), "UTC").flatMap((day) => day.runs);
  expect(runs.map((run) => run.lines.length)).toEqual([50, 50, 20]);
});
