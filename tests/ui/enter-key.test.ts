import { expect, test } from "vitest";
import { createEnterReader, type KeyPress } from "#components/ui/enter-key.ts";

const press = (more: Partial<KeyPress> = {}): KeyPress => ({
  key: "Enter",
  isComposing: false,
  keyCode: 13,
  shiftKey: false,
  altKey: false,
  timeStamp: 1_000,
  ...more,
});

test.each<[string, Partial<KeyPress>, boolean]>([
  ["Enter", {}, true],
  ["Shift-Enter", { shiftKey: true }, false],
  ["Alt-Enter", { altKey: true }, false],
  ["another key", { key: "a", keyCode: 65 }, false],
  ["Enter within a conversion", { isComposing: true, keyCode: 229 }, false],
  ["Enter that the input method took, as older browsers tell it", { keyCode: 229 }, false],
])("%s", (_, more, sends) => {
  expect(createEnterReader().sends(press(more))).toBe(sends);
});

test("Chrome and Firefox: the Enter that confirms comes before the end of the conversion, the next one sends", () => {
  const reader = createEnterReader();
  expect(reader.sends(press({ isComposing: true, keyCode: 229, timeStamp: 1_000 }))).toBe(false);
  reader.conversionEnded(1_001);
  expect(reader.sends(press({ timeStamp: 1_120 }))).toBe(true);
});

test("Safari: the Enter that confirms comes just after the end of the conversion, the next one sends", () => {
  const reader = createEnterReader();
  reader.conversionEnded(1_000);
  expect(reader.sends(press({ timeStamp: 1_002 }))).toBe(false);
  expect(reader.sends(press({ timeStamp: 1_140 }))).toBe(true);
});

test("a conversion that ended by a click does not swallow a later Enter", () => {
  const reader = createEnterReader();
  reader.conversionEnded(1_000);
  expect(reader.sends(press({ timeStamp: 3_000 }))).toBe(true);
});
