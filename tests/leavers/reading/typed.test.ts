import { expect, test } from "vitest";
import { readTyped } from "#lib/leavers/reading/typed.ts";

const at = { ownDomains: ["aoba.example"], today: "2026-11-30" };

test("what HR types is read as a file's row is: eras, full width, kana, addresses", () => {
  const person = readTyped(
    {
      number: "００１２",
      familyName: "髙橋",
      givenName: "耕作",
      familyNameKana: "ﾀｶﾊｼ",
      givenNameKana: "コウサク",
      joined: "平成1年4月1日",
      left: "R3.3.31",
      privateMail: " Kosaku@Example.com ",
    },
    at,
  );
  expect(person).toMatchObject({
    number: "0012",
    familyName: "髙橋",
    familyNameKana: "たかはし",
    givenNameKana: "こうさく",
    joinedOn: "1989-04-01",
    leftOn: "2021-03-31",
    mail: "kosaku@example.com",
    standing: "left",
    problems: [],
  });
});

test.each([
  [{ left: "2027-03-31" }, "upcoming", []],
  [{ left: "2019/02/30" }, "left", ["no-such-date"]],
  [{ left: "2020-01-01", joined: "2021-01-01" }, "left", ["left-before-joined"]],
  [{ left: "2020-01-01", privateMail: "yamada(at)example.com" }, "left", ["not-an-address"]],
  [{ left: "2020-01-01", mail: "k@sales.aoba.example" }, "left", ["own-domain"]],
  [{ left: "2020-01-01", givenName: "" }, "left", ["name-incomplete"]],
] as const)("%o is %s, and told of: %o", (values, standing, reasons) => {
  const person = readTyped(
    { familyName: "髙橋", givenName: "耕作", privateMail: "k@example.com", ...values },
    at,
  );
  expect(person?.standing).toBe(standing);
  expect(person?.problems.map(({ reason }) => reason)).toEqual(reasons);
});
