import { expect, test } from "vitest";
import { indexRow } from "#lib/people/index-rows.ts";

test.each([
  ["あおき みずほ", "あ"],
  ["おおの さくら", "あ"],
  ["がもう たろう", "か"],
  ["ぞうした", "さ"],
  ["どい", "た"],
  ["の", "な"],
  ["ぱく", "は"],
  ["もり", "ま"],
  ["やの", "や"],
  ["よしだ", "や"],
  ["ろくかわ", "ら"],
  ["わだ", "わ"],
  ["ん", "わ"],
  ["whitfield hannah", "W"],
  ["高橋 一郎", null],
  ["3m", null],
  ["", null],
])("%s stands under %s", (sortKey, row) => {
  expect(indexRow(sortKey)).toBe(row);
});
