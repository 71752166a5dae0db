import { expect, test } from "vitest";
import { linkParts } from "#components/chat/message/link-parts.ts";

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
  ["www.example.com", []],
])("%s", (text, expected) => {
  expect(hrefs(text)).toEqual(expected);
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
