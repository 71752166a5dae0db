import { expect, test } from "vitest";
import { nextThreads } from "#components/chat/threads-state.ts";
import type { ChatLine, ThreadCard } from "#lib/chat/schema.ts";
import { idOf, line, me, other } from "./lines.ts";

const person = { kana: null, formerName: null, headline: null, kind: "ALUMNUS" as const, monogram: "高" };
const [a, b] = [idOf(1), idOf(2)];

function card(id: string, number: number, unread: number): ThreadCard {
  const { text, authorId, sentAt } = line(number);
  const displayName = `person ${id}`;
  return {
    id,
    person: { ...person, memberId: id, displayName },
    last: { text, authorId, sentAt, number },
    unread,
  };
}
const told = (
  threadId: string,
  number: number,
  authorId = other,
): { type: "line"; line: ChatLine; own: boolean } => ({
  type: "line",
  line: { ...line(number, authorId), threadId },
  own: authorId === me,
});
const look = (threads: ThreadCard[]) => threads.map(({ id, last, unread }) => [id, last?.number, unread]);

const threads = [card(a, 20, 0), card(b, 10, 1)];

test("a new line moves its thread up and counts", () => {
  expect(look(nextThreads(threads, told(b, 30)))).toEqual([
    [b, 30, 21],
    [a, 20, 0],
  ]);
  expect(nextThreads(threads, told(a, 21))[0]?.last?.text).toBe("line 21");
});

test("one's own line, from any of one's screens, reads the thread", () => {
  expect(look(nextThreads(threads, told(b, 11, me)))[1]).toEqual([b, 11, 0]);
});

test("a line that is known, or late, changes nothing", () => {
  expect(nextThreads(threads, told(b, 10))).toEqual(threads);
  expect(nextThreads(threads, told(b, 9))).toEqual(threads);
});

test("the read mark lowers the count, and never goes back or below nothing", () => {
  const unread = [card(a, 20, 5)];
  expect(look(nextThreads(unread, { type: "read", threadId: a, number: 18 }))).toEqual([[a, 20, 2]]);
  expect(look(nextThreads(unread, { type: "read", threadId: a, number: 3 }))).toEqual([[a, 20, 5]]);
  expect(look(nextThreads(unread, { type: "read", threadId: a, number: 99 }))).toEqual([[a, 20, 0]]);
});

test("of a fetched list and what was told while it was fetched, the later holds", () => {
  const now = [card(a, 25, 0), card(b, 10, 0)];
  const fetched = [card(b, 10, 1), card(a, 20, 3), card(idOf(3), 22, 2)];
  expect(look(nextThreads(now, { type: "listed", threads: fetched }))).toEqual([
    [a, 25, 0],
    [idOf(3), 22, 2],
    [b, 10, 0],
  ]);
});
