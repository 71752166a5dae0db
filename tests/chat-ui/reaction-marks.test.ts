import { expect, test } from "vitest";
import { withReaction } from "#components/chat/message/reaction-marks.ts";
import { idOf } from "./lines.ts";

const [me, other] = [idOf(1), idOf(2)];
const marks = [
  { emoji: "👍", memberIds: [other] },
  { emoji: "🎉", memberIds: [me] },
];

test("a mark joins those of the same emoji", () => {
  expect(withReaction(marks, me, "👍", true)).toEqual([{ emoji: "👍", memberIds: [other, me] }, marks[1]]);
});

test("a new mark stands last", () => {
  expect(withReaction(marks, me, "🙏", true)).toEqual([...marks, { emoji: "🙏", memberIds: [me] }]);
});

test("a mark of nobody is gone", () => {
  expect(withReaction(marks, me, "🎉", false)).toEqual([marks[0]]);
});

test("the same again changes nothing", () => {
  expect(withReaction(marks, me, "🎉", true)).toEqual(marks);
  expect(withReaction(marks, me, "🙏", false)).toEqual(marks);
});
