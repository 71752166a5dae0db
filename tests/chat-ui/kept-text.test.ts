import { expect, test } from "vitest";
import { keptText } from "#components/chat/state/kept-text.ts";
import { deadDevice, deviceOf } from "./device.ts";
import { me, other, threadId } from "./lines.ts";

test("a draft is kept for a member and a thread, and let go when it is empty", () => {
  const device = deviceOf();
  keptText(device, me, threadId).draft.keep("途中です");
  expect(keptText(device, me, threadId).draft.read()).toBe("途中です");
  expect(keptText(device, other, threadId).draft.read()).toBe("");
  expect(keptText(device, me, other).draft.read()).toBe("");
  keptText(device, me, threadId).draft.keep("");
  expect(Object.keys(device)).toEqual([]);
});

test("so is what it answers", () => {
  const device = deviceOf();
  const kept = keptText(device, me, threadId);
  expect(kept.quoted.read()).toBeNull();
  kept.quoted.keep(7);
  expect(keptText(device, me, threadId).quoted.read()).toBe(7);
  expect(keptText(device, other, threadId).quoted.read()).toBeNull();
  expect(kept.draft.read()).toBe("");
  kept.quoted.keep(null);
  expect(Object.keys(device)).toEqual([]);
});

test("what is no number answers nothing", () => {
  const device = deviceOf({ [`okaeri:${me}:${threadId}:quote`]: "seven" });
  expect(keptText(device, me, threadId).quoted.read()).toBeNull();
});

test("a tab that has sent clears its own words, not those that another has kept since", () => {
  const device = deviceOf();
  const [one, other] = [keptText(device, me, threadId), keptText(device, me, threadId)];
  one.draft.keep("こちら");
  expect(other.draft.read()).toBe("こちら");
  other.draft.keep("あちら");
  one.draft.keep("");
  expect(keptText(device, me, threadId).draft.read()).toBe("あちら");
  other.draft.keep("");
  expect(Object.keys(device)).toEqual([]);
});

test("what is proposed makes way for what is proposed next, never what somebody typed", () => {
  const device = deviceOf();
  const read = () => keptText(device, me, threadId).draft.read();
  const propose = (text: string) => keptText(device, me, threadId).propose(text);
  propose("相談があり、ご連絡しました。");
  propose("仕事があり、ご連絡しました。");
  expect(read()).toBe("仕事があり、ご連絡しました。");
  keptText(device, me, threadId).draft.keep("仕事があり、ご連絡しました。実は");
  propose("ごぶさたしています。");
  expect(read()).toBe("仕事があり、ご連絡しました。実は");
  const kept = keptText(device, me, threadId);
  kept.draft.read();
  kept.draft.keep("");
  propose("ごぶさたしています。");
  expect(read()).toBe("ごぶさたしています。");
});

test("what another tab keeps is news, once; what this one knows is none", () => {
  const device = deviceOf();
  const [one, other] = [keptText(device, me, threadId), keptText(device, me, threadId)];
  expect([one.draft.read(), other.draft.read()]).toEqual(["", ""]);
  one.draft.keep("途中");
  expect(one.draft.news()).toBeNull();
  expect(other.draft.news()).toBe("途中");
  expect(other.draft.news()).toBeNull();
  other.draft.keep("途中です");
  expect(one.draft.news()).toBe("途中です");
  one.draft.keep("");
  expect(other.draft.news()).toBe("");
  one.quoted.keep(7);
  expect(other.quoted.news()).toBeNull();
  other.quoted.read();
  one.quoted.keep(null);
  expect(other.quoted.news()).toEqual({ number: null });
});

test("the words of each line that is being edited are kept, and let go", () => {
  const device = deviceOf();
  const kept = keptText(device, me, threadId);
  kept.keepEdit(7, "木曜日");
  kept.keepEdit(9, "金曜日");
  expect(keptText(device, me, threadId).edits()).toEqual([7, 9]);
  expect(keptText(device, me, threadId).edit(7)).toBe("木曜日");
  expect(keptText(device, other, threadId).edits()).toEqual([]);
  kept.keepEdit(7, "");
  expect(kept.edit(7)).toBe("");
  for (const number of [7, 9]) kept.keepEdit(number, null);
  expect(kept.edit(7)).toBeUndefined();
  expect(Object.keys(device)).toEqual([]);
});

test.each([
  ["without storage", undefined],
  ["with one that throws", deadDevice()],
])("%s, nothing is kept and nothing breaks", (_, storage) => {
  const kept = keptText(storage, me, threadId);
  kept.draft.keep("途中です");
  kept.quoted.keep(7);
  kept.keepEdit(7, "木曜日");
  expect(kept.draft.read()).toBe("");
  expect(kept.quoted.read()).toBeNull();
  expect(kept.draft.news()).toBeNull();
  expect(kept.edit(7)).toBeUndefined();
  expect(kept.edits()).toEqual([]);
});
