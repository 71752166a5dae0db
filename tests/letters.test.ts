import { expect, test } from "vitest";
import { plainLetters } from "#lib/letters.ts";

test.each([
  ["ＡＢＣ　ｱﾍﾞ", "abc あべ"],
  ["  São   Paulo ", "sao paulo"],
  ["カガ", "かが"],
  ["か\u3099", "が"],
])("%s", (text, folded) => expect(plainLetters(text)).toBe(folded.normalize("NFC")));

// Two skills, and two departments, that a search for people forgives.
test.each([
  ["ビール", "ビル"],
  ["e-mail", "email"],
])("%s is not %s", (one, other) => expect(plainLetters(one)).not.toBe(plainLetters(other)));
