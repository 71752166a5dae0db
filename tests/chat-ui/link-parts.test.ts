import { expect, test } from "vitest";
import { linkParts } from "#components/chat/text/link-parts.ts";

const hrefs = (text: string) => linkParts(text).flatMap(({ href }) => href ?? []);

test.each([
  ["no address here", []],
  ["https://example.com", ["https://example.com"]],
  ["http://example.com:8080/a/b?c=1&d=%E6%9D%B1#e", ["http://example.com:8080/a/b?c=1&d=%E6%9D%B1#e"]],
  ["HTTPS://EXAMPLE.COM/", ["HTTPS://EXAMPLE.COM/"]],
  ["see https://example.com/a. And then", ["https://example.com/a"]],
  ["really https://example.com/a?!", ["https://example.com/a"]],
  ["(https://example.com/a)", ["https://example.com/a"]],
  ["https://en.wikipedia.org/wiki/Ink_(book)", ["https://en.wikipedia.org/wiki/Ink_(book)"]],
  ["(https://en.wikipedia.org/wiki/Ink_(book)).", ["https://en.wikipedia.org/wiki/Ink_(book)"]],
  ["資料はhttps://example.com/docsにあります", ["https://example.com/docs"]],
  ["「https://example.com/a」をご覧ください。", ["https://example.com/a"]],
  ["https://example.com/a、https://example.com/b。", ["https://example.com/a", "https://example.com/b"]],
  ["https://example.com/a（社内）", ["https://example.com/a"]],
  ["https://example.com/a\nhttps://example.com/b", ["https://example.com/a", "https://example.com/b"]],
  ["<https://example.com/a>", ["https://example.com/a"]],
  ['"https://example.com/a"', ["https://example.com/a"]],
  ["https://[::1]:3000/a", ["https://[::1]:3000/a"]],
  ["javascript:alert(1)", []],
  ["javascript:location='https://example.com/'", ["https://example.com/"]],
  ["data:text/html,hello", []],
  ["xhttps://example.com", []],
  ["ftp://example.com", []],
  ["https://", []],
  ["https://...", []],
  // Letters of other scripts, up to a space or a sign of punctuation.
  ["https://ja.wikipedia.org/wiki/東京", ["https://ja.wikipedia.org/wiki/東京"]],
  ["https://example.com/?q=1&b=日本語", ["https://example.com/?q=1&b=日本語"]],
  ["https://example.com/a#見出し", ["https://example.com/a#見出し"]],
  ["「https://ja.wikipedia.org/wiki/東京」を", ["https://ja.wikipedia.org/wiki/東京"]],
  ["https://ja.wikipedia.org/wiki/東京、京都。", ["https://ja.wikipedia.org/wiki/東京"]],
  ["https://ja.wikipedia.org/wiki/東京（首都）", ["https://ja.wikipedia.org/wiki/東京"]],
  ["https://ja.wikipedia.org/wiki/東京！？", ["https://ja.wikipedia.org/wiki/東京"]],
  ["https://ja.wikipedia.org/wiki/東京　を見て", ["https://ja.wikipedia.org/wiki/東京"]],
  ["https://ja.wikipedia.org/wiki/東京を見て", ["https://ja.wikipedia.org/wiki/東京を見て"]],
  ["https://ja.wikipedia.org/wiki/橘_(曖昧さ回避)", ["https://ja.wikipedia.org/wiki/橘_(曖昧さ回避)"]],
  ["https://ja.wikipedia.org/wiki/JR東日本", ["https://ja.wikipedia.org/wiki/JR東日本"]],
  ["https://ja.wikipedia.org/wiki/マイケル・デル・", ["https://ja.wikipedia.org/wiki/マイケル・デル"]],
  ["https://ja.wikipedia.org/wiki/のだめカンタービレ", ["https://ja.wikipedia.org/wiki/のだめカンタービレ"]],
  ["https://ru.wikipedia.org/wiki/Москва.", ["https://ru.wikipedia.org/wiki/Москва"]],
  ["https://fr.wikipedia.org/wiki/Café_crème", ["https://fr.wikipedia.org/wiki/Café_crème"]],
  // A particle ends what a Latin letter, a digit or the host's slash ends.
  ["https://example.com/a.pdfをご覧ください", ["https://example.com/a.pdf"]],
  ["https://example.com/%E6%9D%B1を見て", ["https://example.com/%E6%9D%B1"]],
  ["https://example.com/?id=5の件", ["https://example.com/?id=5"]],
  ["https://example.com/にあります", ["https://example.com/"]],
  ["https://example.com/wiki/を見て", ["https://example.com/wiki/"]],
  ["https://example.comの", ["https://example.com"]],
  // What turns the direction of writing, or shows nothing, is no letter.
  ["https://example.com/a\u202Egpj.exe", ["https://example.com/a"]],
  ["https://example.com/東\u200B京", ["https://example.com/東"]],
  // Without a scheme.
  ["www.example.com", ["https://www.example.com"]],
  ["資料はwww.example.com/a?b=日本にあります。", ["https://www.example.com/a?b=日本にあります"]],
  ["www.example.comを見て", ["https://www.example.com"]],
  ["(www.example.com).", ["https://www.example.com"]],
  ["WWW.Example.Com:8080/", ["https://WWW.Example.Com:8080/"]],
  ["www.example", []],
  ["www.", []],
  ["awww.example.com", []],
  ["me@www.example.com", ["mailto:me@www.example.com"]],
  ["https://www.example.com", ["https://www.example.com"]],
  ["ftp://www.example.com", []],
  ["HP:www.example.com", ["https://www.example.com"]],
  // Mail.
  ["sakura@example.com", ["mailto:sakura@example.com"]],
  ["宛先はsakura.ono+okaeri@mail.example.co.jpまで", ["mailto:sakura.ono+okaeri@mail.example.co.jp"]],
  ["<sakura@example.com>、", ["mailto:sakura@example.com"]],
  ["sakura@example.com.", ["mailto:sakura@example.com"]],
  ["sakura@example.com?bcc=all@example.net", ["mailto:sakura@example.com", "mailto:all@example.net"]],
  ["sakura@localhost", []],
  ["@sakura", []],
  ["a@b.c", []],
  ["https://example.com/@a/b@example.com", ["https://example.com/@a/b@example.com"]],
])("%s", (text, expected) => {
  expect(hrefs(text)).toEqual(expected);
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
