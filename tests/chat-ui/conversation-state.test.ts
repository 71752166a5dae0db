import { describe, expect, test } from "vitest";
import {
  authorsOf,
  type ConversationEvent,
  type ConversationState,
  isBehind,
  nextConversation,
} from "#components/chat/state/conversation-state.ts";
import { lastNumber } from "#components/chat/state/line-window.ts";
import { foldedAuthor } from "#lib/chat/folds.ts";
import type { ChatLine, ThreadChanges } from "#lib/chat/schema.ts";
import { idOf, line, me, opened, other, pending } from "./lines.ts";

const numbers = ({ lines }: ConversationState) => lines.map(({ number }) => number);
const waiting = (state: ConversationState) => state.pending.map(({ clientId }) => clientId);

function conversation(shown: number[], ...events: ConversationEvent[]): ConversationState {
  return events.reduce(nextConversation, opened(shown.map((number) => line(number))));
}
function pushed(from: number, ...lines: ChatLine[]): ConversationEvent {
  return { type: "pushed", push: { from, to: Math.max(...lines.map(({ revision }) => revision)), lines } };
}
function synced(changes: Partial<ThreadChanges>, asked: ThreadChanges["seen"] = []): ConversationEvent {
  const none = {
    revision: 0,
    lines: [],
    more: false,
    afresh: false,
    older: false,
    readNumber: 0,
    seen: [],
  };
  return { type: "synced", changes: { ...none, ...changes }, asked };
}
const acknowledged = (known: ChatLine): ConversationEvent => ({ type: "acknowledged", line: known });
const held = (...clients: number[]): ConversationEvent => ({ type: "waiting", lines: clients.map(pending) });
const changed = (number: number, revision: number, change: Partial<ChatLine>) => ({
  ...line(number),
  revision,
  ...change,
});

describe("a push", () => {
  test.each<[string, number[], [number, number][], number[], number, boolean]>([
    ["with the first line of a thread", [], [[0, 1]], [1], 1, false],
    ["with the next line", [1, 2], [[2, 3]], [1, 2, 3], 3, false],
    ["that is known", [1, 2], [[1, 2]], [1, 2], 2, false],
    ["that comes after a missing one", [1, 2], [[3, 4]], [1, 2], 2, true],
    [
      "that was missing",
      [1, 2],
      [
        [3, 4],
        [2, 3],
      ],
      [1, 2, 3, 4],
      4,
      false,
    ],
    [
      "of two that are missing",
      [1],
      [
        [4, 5],
        [2, 3],
        [1, 2],
      ],
      [1, 2, 3],
      3,
      true,
    ],
  ])("%s", (_, shown, spans, lines, revision, behind) => {
    const state = conversation(shown, ...spans.map(([from, to]) => pushed(from, line(to))));
    expect(numbers(state)).toEqual(lines);
    expect(lastNumber(state)).toBe(lines.at(-1) ?? 0);
    expect(state.revision).toBe(revision);
    expect(isBehind(state)).toBe(behind);
  });

  test("with an older version of a line changes nothing", () => {
    const state = conversation([1, 2], pushed(2, changed(1, 3, { text: "new" })), pushed(0, line(1)));
    expect(state.lines[0]?.text).toBe("new");
  });
});

describe("a quote", () => {
  const reply = {
    ...line(3),
    quote: { number: 1, authorId: other, text: "line 1", deleted: false, files: 0 },
  };
  const quoted = (state: ConversationState) => state.lines.find(({ number }) => number === 3)?.quote;

  test("shows what the quoted line has become", () => {
    const start = opened([line(1), line(2), reply]);
    const edited = nextConversation(start, pushed(3, changed(1, 4, { text: "edited" })));
    expect(quoted(edited)).toEqual({ ...reply.quote, text: "edited" });
    const removed = nextConversation(edited, pushed(4, changed(1, 5, { text: "", deleted: true })));
    expect(quoted(removed)).toEqual({ ...reply.quote, text: "", deleted: true });
  });

  test("also of a line that is not on the screen, and keeps it when that line's page comes late", () => {
    const start = opened([line(2), reply]);
    const edited = nextConversation(start, pushed(3, changed(1, 4, { text: "edited" })));
    expect(quoted(edited)?.text).toBe("edited");
    const whole = nextConversation(edited, {
      type: "older",
      page: { lines: [line(1)], more: false },
      opening: 0,
    });
    expect(whole.lines.map(({ text }) => text)).toEqual(["edited", "line 2", "line 3"]);
    expect(quoted(whole)?.text).toBe("edited");
  });
});

test("a late push of a line that is not on the screen does not take back what a quote of it shows", () => {
  const reply = { ...line(3), revision: 9 };
  const quote = { number: 1, authorId: other, text: "as it is now", deleted: false, files: 0 };
  const start = opened([line(2), { ...reply, quote }]);
  const late = nextConversation(start, pushed(6, changed(1, 7, { text: "as it was" })));
  expect(late.lines[1]?.quote).toEqual(quote);
});

describe("a sync", () => {
  test("leads to its revision", () => {
    const state = conversation(
      [1],
      pushed(4, line(5)),
      synced({ revision: 5, lines: [2, 3, 4, 5].map((n) => line(n)) }),
    );
    expect(numbers(state)).toEqual([1, 2, 3, 4, 5]);
    expect([state.revision, isBehind(state)]).toEqual([5, false]);
  });

  test("that begins afresh replaces the lines, but not what was told meanwhile", () => {
    const state = conversation(
      [1, 2],
      pushed(90, line(91)),
      synced({ revision: 90, lines: [88, 89, 90].map((n) => line(n)), afresh: true, older: true }),
    );
    expect(numbers(state)).toEqual([88, 89, 90, 91]);
    expect([state.revision, state.older, isBehind(state)]).toEqual([91, true, false]);
  });

  test("that begins afresh makes a page that was asked for before it worthless", () => {
    const state = conversation(
      [8, 9],
      synced({ revision: 90, lines: [line(8), line(9)], afresh: true, older: true }),
      { type: "older", page: { lines: [line(7)], more: true }, opening: 0 },
    );
    expect(numbers(state)).toEqual([8, 9]);
  });
});

test("a notice is read with what stands before it, and no other", () => {
  const notice = (number: number): ChatLine => ({ ...line(number), notice: { type: "picture" } });
  const read: ConversationEvent = { type: "read", number: 1 };
  expect(conversation([1], read, pushed(1, notice(2)), pushed(2, notice(3))).readNumber).toBe(3);
  expect(conversation([1], read, pushed(1, line(2)), pushed(2, notice(3))).readNumber).toBe(1);
  for (const silent of [{ ...line(2), deleted: true }, line(2, foldedAuthor)])
    expect(conversation([1], read, pushed(1, silent), pushed(2, notice(3))).readNumber).toBe(3);
});

describe("one's own lines", () => {
  test("wait in the order in which they were written", () => {
    const state = conversation([1], held(10, 11));
    expect(waiting(state)).toEqual([pending(10).clientId, pending(11).clientId]);
  });

  test("are replaced by what the server answers, and move the read mark", () => {
    const state = conversation([1], held(10), acknowledged(line(2, me, 10)), held());
    expect(numbers(state)).toEqual([1, 2]);
    expect(waiting(state)).toEqual([]);
    expect(state.readNumber).toBe(2);
  });

  test("that were sent stay in sight while an earlier line is missing, and then come in their place", () => {
    const state = conversation([1], held(10), acknowledged(line(3, me, 10)), held());
    expect(waiting(state)).toEqual([pending(10).clientId]);
    expect(isBehind(state)).toBe(true);
    const whole = nextConversation(state, pushed(1, line(2)));
    expect(numbers(whole)).toEqual([1, 2, 3]);
    expect(waiting(whole)).toEqual([]);
  });

  test("are known by author and client id: another's line with the same id replaces nothing", () => {
    expect(waiting(conversation([1], held(10), pushed(1, line(2, other, 10))))).toHaveLength(1);
  });

  test("that are there do not wait, even where the outbox does not know it yet", () => {
    expect(waiting(conversation([], pushed(0, line(1, me, 10)), held(10)))).toEqual([]);
  });

  test("that another tab sent or took back wait no longer", () => {
    expect(waiting(conversation([1], held(10, 11), held(11)))).toEqual([pending(11).clientId]);
  });
});

describe("other pages", () => {
  const older = (page: number[], more: boolean): ConversationEvent => {
    return { type: "older", page: { lines: page.map((number) => line(number)), more }, opening: 0 };
  };
  test.each<[string, number[], boolean, number[], boolean]>([
    ["one before the first", [2, 3], true, [2, 3, 4, 5], true],
    ["the last one", [1, 2, 3], false, [1, 2, 3, 4, 5], false],
    ["one that came twice", [4, 5], true, [4, 5], true],
    ["one that would leave a gap", [1, 2], false, [4, 5], true],
    ["an empty one", [], false, [4, 5], false],
  ])("%s", (_, page, more, shown, left) => {
    const state = conversation([4, 5], older(page, more));
    expect(numbers(state)).toEqual(shown);
    expect(state.older).toBe(left);
  });

  test("around a line: what is written beyond it comes page by page", () => {
    const around = { lines: [line(4), line(5)], more: true, newer: true };
    const start = conversation([8, 9], { type: "opened", page: around, asked: 9, opening: 0 });
    const told = nextConversation(start, pushed(9, line(10)));
    expect([numbers(told), isBehind(told)]).toEqual([[4, 5], false]);
    const page = { lines: [5, 6, 7, 8, 9].map((number) => line(number)), newer: false };
    const whole = nextConversation(told, { type: "newer", page, opening: 1 });
    expect(numbers(whole)).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(whole.newer).toBe(false);
  });
});

describe("read marks", () => {
  test("one's own never goes back, whichever tab tells of it first", () => {
    const marks = [3, 1, 2].map((number): ConversationEvent => ({ type: "read", number }));
    expect(conversation([1, 2, 3], ...marks, synced({ revision: 3, readNumber: 2 })).readNumber).toBe(3);
  });

  const mark = (memberId: string, number: number) => ({ memberId, number });
  test("others' never go back", () => {
    const seen = [5, 2].map((number): ConversationEvent => ({ type: "seen", mark: mark(other, number) }));
    expect(conversation([1], ...seen).seen).toEqual([mark(other, 5)]);
  });

  test("others' go when they are shared no more; one that came meanwhile stays", () => {
    const state = conversation([1], { type: "seen", mark: mark(other, 1) });
    const third = nextConversation(state, { type: "seen", mark: mark(idOf(903), 1) });
    expect(nextConversation(third, synced({ revision: 1 }, state.seen)).seen).toEqual([mark(idOf(903), 1)]);
  });
});

test("whoever wrote last is the first of those who wrote", () => {
  const third = idOf(903);
  const joined = { ...line(4, idOf(904)), notice: { type: "joined" as const } };
  expect(authorsOf(opened([line(1, third), line(2, me), line(3, other), joined]))).toEqual([
    other,
    me,
    third,
  ]);
});
