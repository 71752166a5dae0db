import { expect, test } from "vitest";
import { commonEmoji, emojiByGroup } from "#components/chat/message/emoji.ts";
import { findEmoji } from "#components/chat/message/emoji-search.ts";
import { listEmojiNames } from "#lib/chat/emoji-names.ts";
import { emojiSchema } from "#lib/chat/input.ts";
import { foldLetters } from "#lib/letters.ts";

test("every emoji that is offered is one that a message may be marked with", () => {
  const offered = [...commonEmoji, ...Object.values(emojiByGroup).flat()];
  expect(offered.filter((emoji) => !emojiSchema.safeParse(emoji).success)).toEqual([]);
});

test("none is offered twice", () => {
  const offered = Object.values(emojiByGroup).flat();
  expect(offered.filter((emoji, index) => offered.indexOf(emoji) !== index)).toEqual([]);
});

const names = listEmojiNames().map(([emoji, words]) => ({ emoji, names: foldLetters(words) }));

test("every emoji that is offered has names in both languages, and each that is named may be used", () => {
  const offered = [...commonEmoji, ...Object.values(emojiByGroup).flat()];
  const named = new Map(names.map((one) => [one.emoji, one.names]));
  const nameless = offered.filter((emoji) => {
    const words = named.get(emoji) ?? "";
    return !/[a-z]/.test(words) || !/[\p{Script=Hiragana}\p{Script=Han}]/u.test(words);
  });
  expect(nameless).toEqual([]);
  expect(names.filter(({ emoji }) => !emojiSchema.safeParse(emoji).success)).toEqual([]);
});

test.each([
  ["party", "🎉"],
  ["PARTY popper", "🎉"],
  ["クラッカー", "🎉"],
  ["くらっかー", "🎉"],
  ["笑顔", "😀"],
  ["dragon", "🐉"],
  ["りんご", "🍎"],
  ["ﾘﾝｺﾞ", "🍎"],
  ["温泉", "♨️"],
])("%s finds %s", (typed, emoji) => {
  expect(findEmoji(names, typed)).toContain(emoji);
});

test("what is called so comes first, what nothing is called finds nothing, and no more than sixty are found", () => {
  expect(findEmoji(names, "rocket")[0]).toBe("🚀");
  expect(findEmoji(names, "xyzzy")).toEqual([]);
  expect(findEmoji(names, " ")).toEqual([]);
  expect(findEmoji(names, "a")).toHaveLength(60);
});
