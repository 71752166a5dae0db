import { expect, test } from "vitest";
import { plainText } from "#components/ui/plain-text.ts";

test.each([
  ["ＡＢＣ　ｱﾍﾞ", "abc あべ"],
  ["  São   Paulo ", "sao paulo"],
  ["カガ", "かが"],
  ["か\u3099", "が"],
])("%s", (text, folded) => expect(plainText(text)).toBe(folded.normalize("NFC")));
