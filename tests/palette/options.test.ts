import { Search as icon } from "lucide";
import { expect, test } from "vitest";
import { type Found, optionGroups } from "#components/palette/options.ts";
import type { PalettePage } from "#components/palette/pages.ts";

const pages: PalettePage[] = [
  { icon, href: "/c/aoba/chat", label: "チャット", keywords: "会話 chat" },
  { icon, href: "/c/aoba/settings", label: "設定", keywords: "せってい settings" },
];

const person = (memberId: string) => ({
  memberId,
  kind: "EMPLOYEE" as const,
  displayName: memberId,
  kana: null,
  formerName: null,
  monogram: "",
  headline: null,
});

const found: Found = {
  people: [person("a"), person("b")],
  total: 2,
  atLeast: false,
  threads: [{ id: "t", kind: "DIRECT", name: "a", people: [person("a")], picture: null, unread: 0 }],
};

const lines = (q: string, answer: (Found & { q: string }) | null) =>
  optionGroups("aoba", pages, { q, found: answer }).map(({ name, items }) => [
    name,
    ...items.map(({ href }) => href),
  ]);

test("an empty field has the pages, and the latest conversations once they are there", () => {
  expect(lines("", null)).toEqual([["pages", "/c/aoba/chat", "/c/aoba/settings"]]);
  expect(lines("", { ...found, people: [], total: 0, q: "" })).toEqual([
    ["pages", "/c/aoba/chat", "/c/aoba/settings"],
    ["latest", "/c/aoba/chat/t"],
  ]);
});

test("what is found stands in groups, pages first, and none is empty", () => {
  expect(lines("せっ", { ...found, q: "せっ" })).toEqual([
    ["pages", "/c/aoba/settings"],
    ["people", "/c/aoba/people/a", "/c/aoba/people/b"],
    ["threads", "/c/aoba/chat/t"],
  ]);
  expect(lines("zz", { people: [], total: 0, atLeast: false, threads: [], q: "zz" })).toEqual([]);
});

test("where more were found than stand here, the directory has them all", () => {
  expect(lines("たか", { ...found, total: 30, q: "たか" })).toContainEqual([
    "people",
    "/c/aoba/people/a",
    "/c/aoba/people/b",
    `/c/aoba/directory?q=${encodeURIComponent("たか")}`,
  ]);
});

test("people stay while one types on, the latest conversations do not answer words, nor people an empty field", () => {
  expect(lines("たか", { ...found, q: "た" })).toHaveLength(2);
  expect(lines("た", { ...found, people: [], q: "" })).toEqual([]);
  expect(lines("", { ...found, q: "た" })).toEqual([["pages", "/c/aoba/chat", "/c/aoba/settings"]]);
});
