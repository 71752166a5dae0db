import { expect, test } from "vitest";
import { commonEmoji, emojiByGroup } from "#components/chat/message/emoji.ts";
import { emojiSchema } from "#lib/chat/input.ts";

test("every emoji that is offered is one that a message may be marked with", () => {
  const offered = [...commonEmoji, ...Object.values(emojiByGroup).flat()];
  expect(offered.filter((emoji) => !emojiSchema.safeParse(emoji).success)).toEqual([]);
});

test("none is offered twice", () => {
  const offered = Object.values(emojiByGroup).flat();
  expect(offered.filter((emoji, index) => offered.indexOf(emoji) !== index)).toEqual([]);
});
