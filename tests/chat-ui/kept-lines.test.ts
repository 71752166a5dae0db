import { expect, test } from "vitest";
import { keptLines } from "#components/chat/frame/kept-lines.ts";
import { deadDevice, deviceOf } from "./device.ts";
import { idOf, me, other, pending, threadId } from "./lines.ts";

const elsewhere = idOf(910);

test("lines come back by thread, in the order in which they were written", () => {
  const device = deviceOf();
  const kept = keptLines(device, me);
  for (const client of [12, 10, 11]) kept.keep(threadId, pending(client));
  kept.keep(elsewhere, pending(13));
  expect(keptLines(device, me).all()).toEqual(
    new Map([
      [threadId, [10, 11, 12].map(pending)],
      [elsewhere, [pending(13)]],
    ]),
  );
  expect(keptLines(device, other).all().size).toBe(0);
});

test("a line comes back with all that belongs to it", () => {
  const file = {
    id: idOf(5),
    name: "図.png",
    type: "image/png",
    size: 9,
    width: 3,
    height: 3,
    preview: true,
  };
  const quote = { number: 4, authorId: other, text: "そうですか", deleted: false, files: 0 };
  const whole = { ...pending(1), quote, mentions: [other], files: [file], refused: "chat-closed" };
  const device = deviceOf();
  keptLines(device, me).keep(threadId, whole);
  expect(keptLines(device, me).all().get(threadId)).toEqual([whole]);
});

test("what an earlier version kept, which was words only, comes back too", () => {
  const { clientId, text, writtenAt } = pending(1);
  const key = `okaeri:${me}:${threadId}:line:${clientId}`;
  const device = deviceOf({ [key]: JSON.stringify({ clientId, text, writtenAt }) });
  expect(keptLines(device, me).all().get(threadId)).toEqual([pending(1)]);
});

test("what is no line of ours is passed over", () => {
  const prefix = `okaeri:${me}:${threadId}:line:`;
  const device = deviceOf({
    [`${prefix}1`]: "{",
    [`${prefix}2`]: "null",
    [`${prefix}3`]: '{"text":"?"}',
    [`okaeri:${me}:${threadId}:draft`]: "途中です",
    other: "x",
  });
  const kept = keptLines(device, me);
  expect(kept.all().size).toBe(0);
  expect(kept.owns(`${prefix}1`)).toBe(true);
  expect(kept.owns(`okaeri:${me}:${threadId}:draft`)).toBe(false);
});

test.each([
  ["without storage", undefined],
  ["with one that throws", deadDevice()],
])("%s, lines are kept as long as the page", (_, storage) => {
  const kept = keptLines(storage, me);
  kept.keep(threadId, pending(1));
  kept.keep(threadId, pending(2));
  kept.drop(threadId, pending(1).clientId);
  expect(kept.all().get(threadId)).toEqual([pending(2)]);
});
