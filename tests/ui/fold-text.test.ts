import { expect, test } from "vitest";
import { foldText } from "#components/ui/fold-text.ts";

test.each([
  ["ＡＢＣ　ｱﾍﾞ", "abc あべ"],
  ["  São   Paulo ", "sao paulo"],
  ["カガ", "かが"],
  ["か\u3099", "が"],
])("%s", (text, folded) => expect(foldText(text)).toBe(folded.normalize("NFC")));
