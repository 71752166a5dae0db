import { Search as icon } from "lucide";
import { expect, test } from "vitest";
import { matchPages, type PalettePage } from "#components/palette/pages.ts";

const pages: PalettePage[] = [
  { icon, href: "chat", label: "チャット", keywords: "会話 メッセージ chat messages" },
  { icon, href: "settings", label: "設定", keywords: "せってい language settings" },
  { href: "aoba", label: "青葉化学工業株式会社", keywords: "Aoba Chemical 会社", hue: 155 },
];

test.each([
  ["", "chat settings aoba"],
  ["ちゃ", "chat"],
  ["チャット", "chat"],
  ["ﾒｯｾ", "chat"],
  ["Ｓｅｔ", "settings"],
  ["  set  ", "settings"],
  ["設定", "settings"],
  ["化学", "aoba"],
  ["chem", "aoba"],
  ["chemical aoba", "aoba"],
  ["emical", ""],
  ["chat settings", ""],
  ["ゃっと", ""],
])("%j finds %j", (q, hrefs) => {
  expect(
    matchPages(pages, q)
      .map(({ href }) => href)
      .join(" "),
  ).toBe(hrefs);
});
