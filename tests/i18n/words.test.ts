import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** What is said otherwise, and how. */
const said = [
  { not: /卒業生/, but: "アルムナイ" },
  { not: /自分の会社|マイ会社/, but: "参加中のネットワーク: who left has no company of their own here" },
  { not: /だれ(?:か|も|で|に|の|から)/, but: "誰" },
  { not: /ことば/, but: "言葉" },
  { not: /ひらく|ひらい/, but: "開く" },
  { not: /ログイン|ログアウト/, but: "サインイン、サインアウト" },
  { not: /ユーザ|フォルダ(?!ー)|ブラウザ(?!ー)|サーバ(?!ー)/, but: "人, フォルダー, ブラウザー, サーバー" },
  { not: /下さい|致します|出来ます|頂く|頂き/, but: "ください, いたします, できます, いただく" },
  { not: /\b(?:log ?in|log ?out|users?)\b/i, but: "sign in, sign out, people" },
  { not: /\b(?:ex-employees?|graduates?)\b/i, but: "alumni" },
  { not: /\be-mail/i, but: "email" },
] as const;

const files = globSync("lib/i18n/messages/{ja,en}/*.json");

test("every file of words is read", () => {
  expect(files.length).toBeGreaterThan(20);
});

test.each(said)("$not is said otherwise: $but", ({ not }) => {
  const lines = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => not.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(lines).toEqual([]);
});

test("the people of the sample world say it so too", () => {
  const texts = globSync("prisma/world/**/*.ts").map((file) => readFileSync(file, "utf8"));
  expect(texts.filter((text) => /卒業生/.test(text))).toEqual([]);
});
