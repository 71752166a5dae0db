import { expect, test } from "vitest";
import { type LineRun, seenLines } from "#components/chat/state/conversation-days.ts";
import { toShownLine } from "#components/chat/state/shown-line.ts";
import { idOf, line, me, other } from "./lines.ts";

function run(authorId: string, ...numbers: number[]): LineRun {
  const lines = numbers.map((number) => toShownLine(line(number, authorId)));
  return { key: `${numbers[0]}`, authorId, lines, fresh: false };
}

const third = idOf(903);
const runs = [run(me, 1, 2), run(other, 3), run(me, 4, 5, 6)];

test("among two it stands under the last own line that was read", () => {
  expect(seenLines(runs, me, [{ memberId: other, number: 5 }], "DIRECT")).toEqual(new Map([[5, [other]]]));
  expect(seenLines(runs, me, [{ memberId: other, number: 3 }], "DIRECT")).toEqual(new Map([[2, [other]]]));
});

test("in a group it stands under each run that somebody read, with those who did", () => {
  const seen = [
    { memberId: other, number: 6 },
    { memberId: third, number: 2 },
  ];
  expect(seenLines(runs, me, seen, "GROUP")).toEqual(
    new Map([
      [2, [other, third]],
      [6, [other]],
    ]),
  );
});

test("it stands nowhere while nobody read, or shares it", () => {
  expect(seenLines(runs, me, [], "DIRECT").size).toBe(0);
  expect(seenLines(runs, me, [{ memberId: other, number: 0 }], "GROUP").size).toBe(0);
});

test("it never stands under a line of others, a notice, or one that waits", () => {
  const notice = run(me, 7);
  notice.lines = notice.lines.map((one) => ({ ...one, notice: { type: "joined" } }));
  const waiting = run(me, 8);
  waiting.lines = waiting.lines.map((one) => ({ ...one, number: null }));
  const all = [run(other, 1), notice, waiting];
  expect(seenLines(all, me, [{ memberId: other, number: 9 }], "GROUP").size).toBe(0);
});
