import { expect, test } from "vitest";
import { leaverDoc } from "#lib/leavers/doc.ts";
import { peopleTerms } from "#lib/people/search-text.ts";

const person = {
  number: "００-12３",
  familyName: "髙橋",
  givenName: "千夏",
  familyNameKana: "たかはし",
  givenNameKana: "ちなつ",
  formerFamilyName: "山﨑",
  registeredFamilyName: "渡邊",
  registeredGivenName: "千夏",
  joinedOn: "2016-04-01",
  leftOn: "2026-03-31",
  department: "第二営業部",
  title: "課長",
  mail: "chinatsu-t@example.com",
  workMail: null,
};

function finds(typed: string): boolean {
  const { doc } = leaverDoc(person);
  const text = doc.replaceAll(" ", "");
  const { terms } = peopleTerms(typed);
  return terms.every((term) => term.split("|").some((spelling) => text.includes(spelling)));
}

test.each([
  "高橋千夏",
  "髙橋 千夏",
  "ﾀｶﾊｼ",
  "takahasi",
  "chinatsu takahashi",
  "山崎",
  "渡辺千夏",
  "00-123",
  "00123",
  "chinatsu-t@example.com",
  "営業",
  "課長",
  "2016年入社",
])("a leaver is found by %s", (typed) => {
  expect(finds(typed)).toBe(true);
});

test("and not by what is not theirs", () => {
  expect(finds("高梨")).toBe(false);
  expect(finds("00-124")).toBe(false);
});

test("the list orders them by their reading", () => {
  expect(leaverDoc(person).sortKey).toBe("たかはし ちなつ");
  expect(leaverDoc({ familyName: "Whitfield", givenName: "Hannah" }).sortKey).toBe("whitfield hannah");
});
