import { expect, test } from "vitest";
import { brokenLimit } from "#components/chat/frame/broken-limit.ts";
import { readMessage } from "#components/chat/text/written-message.ts";
import { sendMessageSchema } from "#lib/chat/input.ts";
import { fieldsOf } from "#lib/results.ts";
import { threadId } from "./lines.ts";

const crowd = Array.from({ length: 21 }, (_, index) => ({
  memberId: crypto.randomUUID(),
  displayName: `会員${String.fromCodePoint(0x4e00 + index)}`,
}));
const named = (count: number) =>
  crowd
    .slice(0, count)
    .map(({ displayName }) => `@${displayName}`)
    .join(" ");

test("twenty people may be named, and the twenty-first is told before it is sent", () => {
  expect(readMessage(named(20), crowd)).toMatchObject({ words: named(20), surplus: 0 });
  expect(readMessage(named(21), crowd)).toMatchObject({ words: null, surplus: 1 });
});

test.each([
  ["nothing", ""],
  ["blanks", " \n　"],
  ["zero-width spaces", "\u200B\u200B"],
  ["a braille blank", "\u2800"],
  ["a Hangul filler", "\u3164"],
  ["all of them", "\u200B \u2800\u3164\u00AD\u2060\uFEFF\u{E0020}\u180E\u115F"],
])("%s is no message", (_, text) => {
  expect(readMessage(text, [])).toMatchObject({ words: null, blank: true });
  const message = { threadId, clientId: crypto.randomUUID(), text };
  expect(sendMessageSchema.safeParse(message).success).toBe(false);
  expect(sendMessageSchema.parse({ ...message, files: [crypto.randomUUID()] }).text).toBe("");
});

test.each(["👩‍👩‍👧", "❤️", "⠁", "ㅤa", "が"])("%s is one", (text) => {
  expect(readMessage(text, [])).toMatchObject({ words: text, blank: false });
});

test.each([
  ["4,001 characters", { text: "あ".repeat(4001) }, { text: "chat-length" }],
  [
    "a hundred thousand, as an earlier version may have kept",
    { text: "x".repeat(100_000) },
    { text: "chat-length" },
  ],
  ["twenty-one mentions", { mentions: crowd.map(({ memberId }) => memberId) }, { mentions: "chat-mentions" }],
  [
    "eleven files",
    { files: crowd.slice(0, 11).map(({ memberId }) => memberId) },
    { files: "chat-too-many-files" },
  ],
])("%s are refused on the device, with the reason", (_, parts, fields) => {
  const message = { threadId, clientId: crypto.randomUUID(), text: "x", mentions: [], files: [] };
  expect(brokenLimit(message)).toBeNull();
  expect(brokenLimit({ ...message, ...parts })).toEqual({ ok: false, code: "invalid", fields });
  const { error } = sendMessageSchema.safeParse({ ...message, ...parts });
  expect(error && fieldsOf(error)).toEqual(fields);
});
