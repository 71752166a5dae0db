import { array, assert, constantFrom, property, tuple } from "fast-check";
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
  ["https://example.com/a\u202Egpj.exe", []],
  ["https://example.com/東\u200B京", []],
  ["https://example.com/a\\b", []],
  // Hosts of other scripts, and where a sentence follows one.
  ["https://münchen.de/rathaus", ["https://münchen.de/rathaus"]],
  ["https://www.日本語.jp/会社", ["https://www.日本語.jp/会社"]],
  ["https://日本語.jp", ["https://日本語.jp"]],
  ["https://日本語.jpです", ["https://日本語.jp"]],
  ["https://例え.テスト/", ["https://例え.テスト/"]],
  ["https://москва.рф/кремль", ["https://москва.рф/кремль"]],
  ["https://web屋.jp/x", ["https://web屋.jp/x"]],
  ["www.日本語.jp/会社", ["https://www.日本語.jp/会社"]],
  ["https://example.comです", ["https://example.com"]],
  ["https://example.com資料/会社", ["https://example.com"]],
  ["https://example.com🎉", ["https://example.com"]],
  ["https://localhost:3000を見て", ["https://localhost:3000"]],
  ["https://192.0.2.1です", ["https://192.0.2.1"]],
  ["https://example.comとhttps://example.org/です", ["https://example.com", "https://example.org/"]],
  ["https://example.com,https://example.org", ["https://example.com", "https://example.org"]],
  // Nobody can tell where these end.
  ["https://www.web屋.jp/x", []],
  ["https://日本語", []],
  ["https://example.com./a", []],
  // What one sees is where one goes.
  ["https://example.com@example.net/", []],
  ["https://example.com\\@example.net/", []],
  ["https://ｅxample.com/", []],
  ["https://example。com/", []],
  ["https://127.1/", []],
  ["https://ex%61mple.com/", []],
  ["https://pаypal.com/", []],
  ["https://раураӏ.com/", []],
  ["https://exam\u00ADple.com/", []],
  // Signs that stand in addresses, whatever their grammar says.
  ["https://example.com/a|b{c}^d", ["https://example.com/a|b{c}^d"]],
  ["{https://example.com/a}", ["https://example.com/a"]],
  [
    "https://en.wikipedia.org/wiki/Hatfield–McCoy_feud",
    ["https://en.wikipedia.org/wiki/Hatfield–McCoy_feud"],
  ],
  [
    "https://ja.wikipedia.org/wiki/魔法少女まどか☆マギカ",
    ["https://ja.wikipedia.org/wiki/魔法少女まどか☆マギカ"],
  ],
  ["https://example.com/a#はじめに", ["https://example.com/a#はじめに"]],
  ["https://example.com/a🎉ぜひ", ["https://example.com/a"]],
  // Japanese behind a Latin letter or a digit goes on with the sentence.
  ["https://zoom.us/j/12345参加お願いします", ["https://zoom.us/j/12345"]],
  ["https://example.com/?authuser=0会議室", ["https://example.com/?authuser=0"]],
  ["(https://example.com/a)参照", ["https://example.com/a"]],
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
  ["連絡はyuki@example.comまで", ["mailto:yuki@example.com"]],
  ["yuki@日本語.jpへ", ["mailto:yuki@日本語.jp"]],
  ["yuki@münchen.de", ["mailto:yuki@münchen.de"]],
  ["yuki@example.com.日本", ["mailto:yuki@example.com.日本"]],
  ["éyuki@example.com", []],
  ["a!yuki@example.com", []],
  ["o'brien@example.com", ["mailto:o'brien@example.com"]],
  ["'yuki@example.com'", ["mailto:yuki@example.com"]],
  ["yuki@example.com,ken@example.com", ["mailto:yuki@example.com", "mailto:ken@example.com"]],
  ["git@example.com:team/work", []],
  ["yuki@example.com@example.net", []],
  ["yuki@pаypal.com", []],
  ["https://example.com/@a/b@example.com", ["https://example.com/@a/b@example.com"]],
])("%s", (text, expected) => {
  expect(hrefs(text)).toEqual(expected);
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});

const host = constantFrom(
  "example.com",
  "münchen.de",
  "日本語.jp",
  "www.日本語.jp",
  "例え.テスト",
  "localhost:3000",
  "192.0.2.1",
  "xn--wgv71a.jp",
);
const word = constantFrom(
  "docs",
  "東京",
  "会社案内",
  "Москва",
  "café",
  "%E6%9D%B1",
  "12345",
  "_a-b~c",
  "|",
  "{x}",
  "^",
  "(b)",
  "[1]",
  "a=b&c",
  "ひらがな",
);

test("an address between spaces is linked whole", () => {
  assert(
    property(tuple(host, array(word, { minLength: 1, maxLength: 5 })), ([name, words]) => {
      const address = `https://${name}/x/${words.join("/")}/`;
      expect(linkParts(`先 ${address} 後`)).toEqual([
        { text: "先 " },
        { text: address, href: address },
        { text: " 後" },
      ]);
    }),
  );
});

const piece = constantFrom(
  ..."https:// www. @ . , : / ? # & = % \\ | { } ( ) [ ] ^ ! ' a bc 12 com jp 日本 です を ー ü а ｅ ☆ 🎉 」 、 – ’".split(
    " ",
  ),
  " ",
  "\u200B",
  "\u202E",
);

test("what is linked goes where it says, and the pieces are the text", () => {
  assert(
    property(array(piece, { maxLength: 24 }), (pieces) => {
      const text = pieces.join("");
      const parts = linkParts(text);
      expect(parts.map((part) => part.text).join("")).toBe(text);
      for (const { text: shown, href = "" } of parts.filter(({ href }) => href)) {
        expect([shown, `https://${shown}`, `mailto:${shown}`]).toContain(href);
        const address = new URL(href.startsWith("mailto:") ? `https://${shown}` : href);
        const named = /^(?:https?:\/\/|[^/@]*@)?([^/?#:]*)/.exec(shown)?.[1] ?? "";
        if (/^\p{ASCII}*$/u.test(named)) expect(address.hostname).toBe(named);
      }
    }),
    { numRuns: 20_000 },
  );
});
