import { expect, test } from "vitest";
import { tellApart } from "#lib/people/namesakes.ts";

const person = (
  memberId: string,
  displayName: string,
  department: string,
  joined: number,
  left?: number,
) => ({
  memberId,
  displayName,
  department,
  joinedOn: `${joined}-04-01`,
  leftOn: left === undefined ? null : `${left}-03-31`,
});

test("who is alone with a name needs nothing", () => {
  expect(
    tellApart([person("a", "阿部 愛", "大阪支店", 1989), person("b", "阿部 誠", "大阪支店", 1989)]),
  ).toEqual(new Map());
});

test("namesakes are told apart by their department, and where that is one by their years as well", () => {
  const found = tellApart([
    person("a", "阿部 愛", "大阪支店", 1989, 2001),
    person("b", "阿部 愛", "経営企画部", 2004, 2009),
    person("c", "阿部 愛", "経営企画部", 2012),
    person("d", "秋山 文香", "法務部", 2013),
  ]);
  expect(found).toEqual(
    new Map([
      ["a", "大阪支店"],
      ["b", "経営企画部 2004–2009"],
      ["c", "経営企画部 2012–"],
    ]),
  );
});
