import { describe, expect, test } from "vitest";
import {
  type ConversationEvent,
  type ConversationState,
  lastNumber,
  nextConversation,
  nextToSend,
  openConversation,
} from "#components/chat/conversation-state.ts";
import { line, me, other, pending } from "./lines.ts";

const numbers = ({ lines }: ConversationState) => lines.map(({ number }) => number);
const waiting = (state: ConversationState) => state.pending.map(({ clientId }) => clientId);

function conversation(opened: number[], ...events: ConversationEvent[]): ConversationState {
  const page = { lines: opened.map((number) => line(number)), more: opened[0] !== 1 && opened.length > 0 };
  return events.reduce(nextConversation, openConversation(me, page, 0));
}
const received = (...lines: ReturnType<typeof line>[]): ConversationEvent => ({ type: "received", lines });
const written = (...ids: number[]): ConversationEvent => ({ type: "written", lines: ids.map(pending) });

describe("received lines", () => {
  test.each<[string, number[], number[][], number[], number[]]>([
    ["the first of a thread", [], [[1]], [1], []],
    ["the next one", [1, 2], [[3]], [1, 2, 3], []],
    ["one that is there already", [1, 2], [[2]], [1, 2], []],
    ["one that is older than the page", [51, 52], [[7]], [51, 52], []],
    ["one beyond a gap", [1, 2], [[4]], [1, 2], [4]],
    ["what fills the gap", [1, 2], [[4], [3]], [1, 2, 3, 4], []],
    ["a sync over what was pushed", [1, 2], [[5], [3, 4, 5, 6]], [1, 2, 3, 4, 5, 6], []],
    ["two gaps, of which one is filled", [1], [[3], [5], [2]], [1, 2, 3], [5]],
    ["a gap at the very beginning", [], [[2], [1]], [1, 2], []],
    ["nothing", [1], [[]], [1], []],
  ])("%s", (_, opened, arrivals, shown, ahead) => {
    const state = conversation(
      opened,
      ...arrivals.map((some) => received(...some.map((number) => line(number)))),
    );
    expect(numbers(state)).toEqual(shown);
    expect(state.ahead.map(({ number }) => number)).toEqual(ahead);
    expect(lastNumber(state)).toBe(shown.at(-1) ?? 0);
  });
});

describe("one's own lines", () => {
  test("wait in the order in which they were written", () => {
    const state = conversation([1], written(10), written(11));
    expect(waiting(state)).toEqual([pending(10).clientId, pending(11).clientId]);
    expect(nextToSend(state)).toEqual(pending(10));
  });

  test("are replaced by what the server answers, and move the read mark", () => {
    const state = conversation([1], written(10), received(line(2, me, 10)));
    expect(numbers(state)).toEqual([1, 2]);
    expect(waiting(state)).toEqual([]);
    expect(state.readNumber).toBe(2);
  });

  test("stay in sight, but are not sent again, while an earlier line is missing", () => {
    const state = conversation([1], written(10), received(line(3, me, 10)));
    expect(waiting(state)).toEqual([pending(10).clientId]);
    expect(nextToSend(state)).toBeUndefined();
    const whole = nextConversation(state, received(line(2)));
    expect(numbers(whole)).toEqual([1, 2, 3]);
    expect(waiting(whole)).toEqual([]);
  });

  test("are known by author and client id: another's line with the same id replaces nothing", () => {
    expect(waiting(conversation([1], written(10), received(line(2, other, 10))))).toHaveLength(1);
  });

  test("come back from storage once, and not when they were sent", () => {
    expect(waiting(conversation([], received(line(1, me, 10)), written(10)))).toEqual([]);
    expect(waiting(conversation([], written(10), written(10)))).toHaveLength(1);
    expect(waiting(conversation([1], received(line(3, me, 10)), written(10)))).toEqual([]);
  });

  test("that were sent long before the page's first line leave when the server repeats its answer", () => {
    expect(waiting(conversation([51, 52], written(10), received(line(7, me, 10))))).toEqual([]);
  });

  test("that are refused stand aside for the next", () => {
    const state = conversation([1], written(10, 11), { type: "refused", clientId: pending(10).clientId });
    expect(nextToSend(state)).toEqual(pending(11));
    expect(state.pending[0]).toEqual({ ...pending(10), refused: true });
    const rest = nextConversation(state, { type: "withdrawn", clientId: pending(10).clientId });
    expect(waiting(rest)).toEqual([pending(11).clientId]);
  });
});

describe("older lines", () => {
  const older = (numbers: number[], more: boolean): ConversationEvent => {
    return { type: "older", page: { lines: numbers.map((number) => line(number)), more } };
  };
  test.each<[string, number[], boolean, number[], boolean]>([
    ["a page before the first", [2, 3], true, [2, 3, 4, 5], true],
    ["the last page", [1, 2, 3], false, [1, 2, 3, 4, 5], false],
    ["a page that came twice", [4, 5], true, [4, 5], true],
    ["a page that would leave a gap", [1, 2], false, [4, 5], true],
    ["an empty page", [], false, [4, 5], false],
  ])("%s", (_, page, more, shown, left) => {
    const state = conversation([4, 5], older(page, more));
    expect(numbers(state)).toEqual(shown);
    expect(state.older).toBe(left);
  });
});

test("the read mark never goes back", () => {
  const marks = [3, 1, 2].map((number): ConversationEvent => ({ type: "read", number }));
  expect(conversation([1, 2, 3], ...marks).readNumber).toBe(3);
});

test("any order, with repeats and gaps, ends in the same lines as the table", () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = chance(seed);
    const table = Array.from({ length: 1 + random(40) }, (_, index) =>
      random(3) === 0 ? line(index + 1, me, index + 1) : line(index + 1),
    );
    const own = table.filter(({ authorId }) => authorId === me);
    const start = random(table.length);
    let state = openConversation(me, { lines: table.slice(0, start), more: false }, 0);
    state = nextConversation(state, written(...own.map(({ number }) => number)));
    for (let step = 0; step < 80; step++) state = nextConversation(state, someEvent());
    state = nextConversation(state, received(...table.slice(lastNumber(state))));

    expect(state.lines, `seed ${seed}`).toEqual(table);
    expect(state.ahead).toEqual([]);
    expect(state.pending).toEqual([]);

    function someEvent(): ConversationEvent {
      const from = random(table.length);
      if (random(3) === 0) return received(...table.slice(lastNumber(state), lastNumber(state) + random(6)));
      if (random(2) === 0) return received(...table.slice(from, from + random(4)).toReversed());
      return received(...table.slice(from, from + 1));
    }
  }
});

/** The same numbers for the same seed, below `limit` each (mulberry32). */
function chance(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
