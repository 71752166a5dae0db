import { expect, test } from "vitest";
import { keptText } from "#components/chat/composer/kept-text.ts";
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

test.each([
  ["without storage", undefined],
  ["with one that throws", deadDevice()],
])("%s, nothing is kept and nothing breaks", (_, storage) => {
  const kept = keptText(storage, me, threadId);
  kept.keepDraft("途中です");
  expect(kept.draft()).toBe("");
});
