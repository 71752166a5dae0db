import { expect, test } from "vitest";
import { keptText } from "#components/chat/state/kept-text.ts";
import { deadDevice, deviceOf } from "./device.ts";
import { me, other, threadId } from "./lines.ts";

test("a draft is kept for a member and a thread, and let go when it is empty", () => {
  const device = deviceOf();
  keptText(device, me, threadId).keepDraft("途中です");
  expect(keptText(device, me, threadId).draft()).toBe("途中です");
  expect(keptText(device, other, threadId).draft()).toBe("");
  expect(keptText(device, me, other).draft()).toBe("");
  keptText(device, me, threadId).keepDraft("");
  expect(Object.keys(device)).toEqual([]);
});

test("so is what it answers", () => {
  const device = deviceOf();
  const kept = keptText(device, me, threadId);
  expect(kept.quoted()).toBeNull();
  kept.keepQuoted(7);
  expect(keptText(device, me, threadId).quoted()).toBe(7);
  expect(keptText(device, other, threadId).quoted()).toBeNull();
  expect(kept.draft()).toBe("");
  kept.keepQuoted(null);
  expect(Object.keys(device)).toEqual([]);
});

test("what is no number answers nothing", () => {
  const device = deviceOf({ [`okaeri:${me}:${threadId}:quote`]: "seven" });
  expect(keptText(device, me, threadId).quoted()).toBeNull();
});

test("a tab that has sent clears its own words, not those that another has kept since", () => {
  const device = deviceOf();
  const [one, other] = [keptText(device, me, threadId), keptText(device, me, threadId)];
  one.keepDraft("こちら");
  expect(other.draft()).toBe("こちら");
  other.keepDraft("あちら");
  one.keepDraft("");
  expect(keptText(device, me, threadId).draft()).toBe("あちら");
  other.keepDraft("");
  expect(Object.keys(device)).toEqual([]);
});

test("the words of a line that is being written again are kept, and let go", () => {
  const device = deviceOf();
  keptText(device, me, threadId).keepEdit({ number: 7, text: "木曜日" });
  expect(keptText(device, me, threadId).edit()).toEqual({ number: 7, text: "木曜日" });
  expect(keptText(device, other, threadId).edit()).toBeNull();
  keptText(device, me, threadId).keepEdit(null);
  expect(Object.keys(device)).toEqual([]);
});

test.each(["{", '{"number":"7","text":"x"}', "null"])(
  "%s is no line that is being written again",
  (value) => {
    const device = deviceOf({ [`okaeri:${me}:${threadId}:edit`]: value });
    expect(keptText(device, me, threadId).edit()).toBeNull();
  },
);

test.each([
  ["without storage", undefined],
  ["with one that throws", deadDevice()],
])("%s, nothing is kept and nothing breaks", (_, storage) => {
  const kept = keptText(storage, me, threadId);
  kept.keepDraft("途中です");
  kept.keepQuoted(7);
  kept.keepEdit({ number: 7, text: "木曜日" });
  expect(kept.draft()).toBe("");
  expect(kept.quoted()).toBeNull();
  expect(kept.edit()).toBeNull();
});
