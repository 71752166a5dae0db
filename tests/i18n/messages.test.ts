import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { messages as en } from "#lib/i18n/messages/en/index.ts";
import { messages as ja } from "#lib/i18n/messages/ja/index.ts";

type Words = { [key: string]: string | Words };

/** Every text by its path: shell.nav.feed -> "Feed". */
function textsOf(words: Words, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "string" ? [[`${path}${key}`, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  );
}

/** The names of what is filled into a text: {name}, {count, plural, …}, <b>. */
function holesOf(text: string): string[] {
  const names = [
    ...text.matchAll(/(?<!(?:one|other|=\d+)\s*)\{\s*(\w+)\s*[,}]/g),
    ...text.matchAll(/<(\w+)>/g),
  ].map(([, name]) => name ?? "");
  return [...new Set(names)].sort();
}

const texts = { ja: textsOf(ja), en: textsOf(en) };

describe("the words of the pages", () => {
  it("are there in both languages, under the same keys", () => {
    expect([...texts.ja.keys()].sort()).toEqual([...texts.en.keys()].sort());
  });

  it("take in the same things in both languages", () => {
    const differing = [...texts.ja].filter(([key, text]) => {
      const other = texts.en.get(key) ?? "";
      return holesOf(text).join() !== holesOf(other).join();
    });
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("are none of them empty, and Japanese is written in Japanese", () => {
    const sameInBoth = /^(shell\.language\.en|front\.mailbox\.html)$/;
    for (const [locale, words] of Object.entries(texts)) {
      for (const [key, text] of words) expect(text.trim(), `${locale} ${key}`).not.toBe("");
    }
    const latin = [...texts.ja].filter(
      ([key, text]) =>
        /[A-Za-z]{4}/.test(text.replaceAll(/\{\w+\}|<\/?\w+>/g, "")) &&
        !/[ぁ-んァ-ヶ一-龠]/.test(text) &&
        !sameInBoth.test(key),
    );
    expect(latin).toEqual([]);
  });

  it("are all registered: each file is a namespace", () => {
    for (const [locale, messages] of Object.entries({ ja, en })) {
      const files = readdirSync(`lib/i18n/messages/${locale}`).filter((file) => file.endsWith(".json"));
      expect(
        Object.keys(messages)
          .map((name) => `${name}.json`)
          .sort(),
      ).toEqual(files.sort());
    }
  });
});
