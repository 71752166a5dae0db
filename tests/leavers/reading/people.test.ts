import fc from "fast-check";
import { expect, test } from "vitest";
import { problemsOf, readAll, withNumber } from "./given.ts";

const head = "社員番号,姓,名,退職日,個人メールアドレス";
const row = (number: string, rest: string) => `${number},${rest}`;
const one = async (headings: string, ...rows: string[]) => {
  const reading = await readAll([[headings, ...rows].join("\n")]);
  const [person] = reading.people;
  if (!person) throw new Error("nobody");
  return person;
};

test.each([
  ["氏名", "山田 太郎", { familyName: "山田", givenName: "太郎" }],
  ["氏名", "山田　太郎 ジュニア", { familyName: "山田", givenName: "太郎 ジュニア" }],
  ["Full Name", "Whitfield, Hannah", { familyName: "Whitfield", givenName: "Hannah" }],
])("the %s %s is split", async (heading, name, halves) => {
  const person = await one(`社員番号;${heading};退職日`, `1;${name};2020-01-31`);
  expect(person).toMatchObject(halves);
  expect(problemsOf(person)).toEqual(["warning privateMail no-mail"]);
});

test.each([
  ["氏名", "山田太郎", "error name name-not-split"],
  ["Full Name", "Hannah Whitfield", "error name name-not-split"],
  ["氏名", "", "error name no-name"],
  ["姓", "山田", "error givenName name-incomplete"],
  ["氏名", "\ue000野 美咲", "error name unknown-character"],
  ["氏名", "〓野 美咲", "error name unknown-character"],
  ["氏名", "?橋 美咲", "error name unknown-character"],
])("the %s %j is asked for: %s", async (heading, name, problem) => {
  const person = await one(`社員番号,${heading},退職日`, `1,${name},2020-01-31`);
  expect(problemsOf(person)).toContain(problem);
  expect(person.invitable).toBe(false);
});

test("readings are hiragana, whatever they were written in", async () => {
  const person = await one("社員番号,氏名,フリガナ,退職日", "1,山田 太郎,ﾔﾏﾀﾞ　ﾀﾛｳ,2020-01-31");
  expect(person).toMatchObject({ familyNameKana: "やまだ", givenNameKana: "たろう" });
  const other = await one("社員番号,氏名,フリガナ,退職日", "1,山田 太郎,Yamada Taro,2020-01-31");
  expect(other).toMatchObject({ familyNameKana: null, givenNameKana: null });
  expect(problemsOf(other)).toContain("warning familyNameKana not-kana");
});

test.each([
  ["在籍中", "", "active"],
  ["休職中", "", "onLeave"],
  ["Active", "", "active"],
  ["入社予定", "", "active"],
])("who is %s is left out, and counted", async (status, left, counted) => {
  const reading = await readAll([`社員番号,氏名,在籍状況,退職日\n1,山田 太郎,${status},${left}`]);
  expect(reading.people).toEqual([]);
  expect(reading.counts.leftOut).toMatchObject({ [counted]: 1 });
});

test.each([
  ["在籍中", "2026-12-31", "upcoming", []],
  ["在籍中", "2026-11-30", "upcoming", []],
  ["在籍中", "2020-01-31", "unclear", ["warning status active-but-left"]],
  ["退職予定", "2026-12-31", "upcoming", []],
  ["退職済み", "", "left", ["warning left no-leaving-date"]],
  ["9", "2026-11-30", "left", []],
  ["", "", "unclear", ["warning left no-leaving-date"]],
])("%s and %s: %s", async (status, left, standing, problems) => {
  const person = await one("社員番号,氏名,在籍状況,退職日", `1,山田 太郎,${status},${left}`);
  expect(person.standing).toBe(standing);
  expect(problemsOf(person).filter((problem) => !problem.endsWith("no-mail"))).toEqual(problems);
});

test.each([
  ["退職区分", "死亡退職"],
  ["退職理由", "死亡"],
  ["退職事由", "死亡のため"],
  ["Termination Type", "Death"],
  ["Termination Reason", "Deceased"],
  ["死亡日", "2020/01/31"],
  ["在籍状況", "死亡"],
])("nobody who died is ever invited: %s %s", async (heading, text) => {
  const person = await one(`${head},${heading},退職種別`, `1,山田,太郎,2020-01-31,a@example.com,${text},01`);
  expect(person).toMatchObject({ standing: "dead", invitable: false, mail: null });
});

test("who did not die is no dead person for an empty or an endless date", async () => {
  for (const text of ["", "9999/12/31", "0000/00/00"])
    expect((await one(`${head},死亡日`, `1,山田,太郎,2020-01-31,a@example.com,${text}`)).standing).toBe(
      "left",
    );
});

test("the company's own mail is none to write to, at its subdomains too; another column's is", async () => {
  const person = await one(
    `${head},メールアドレス`,
    "1,山田,太郎,2020-01-31,t@Mail.Aoba-Chemical.example,t@example.com",
  );
  expect(person).toMatchObject({
    mail: "t@example.com",
    workMail: "t@mail.aoba-chemical.example",
    invitable: true,
  });
  expect(problemsOf(person)).toEqual(["warning privateMail own-domain"]);
  const other = await one(head, "1,山田,太郎,2020-01-31,t@not-aoba-chemical.example");
  expect(other).toMatchObject({ mail: "t@not-aoba-chemical.example", invitable: true });
});

test("a number that two people have is the second's problem; rows that agree are one person's", async () => {
  const reading = await readAll([
    [
      head,
      "1,髙橋,耕作,2020-01-31,",
      "1,高橋,耕作,2020-01-31,k@example.com",
      "1,鈴木,一,2021-01-31,",
      "1,鈴木,一,2021-03-31,",
      "1,佐藤,二,,",
    ].join("\n"),
  ]);
  expect(reading.people.map(({ familyName, from }) => [familyName, from[0]?.rows])).toEqual([
    ["髙橋", [2, 3]],
    ["鈴木", [4, 5]],
    ["佐藤", [6]],
  ]);
  expect(reading.people[0]).toMatchObject({ mail: "k@example.com", invitable: true });
  expect(reading.people.map(problemsOf)).toEqual([
    [],
    ["duplicate number same-number", "warning privateMail no-mail", "warning left rows-differ"],
    ["duplicate number same-number", "warning left no-leaving-date", "warning privateMail no-mail"],
  ]);
  expect(reading.people[2]?.problems[0]?.like).toEqual({ file: 0, row: 2 });
});

test("further rows of a person without a name are theirs", async () => {
  const reading = await readAll([
    "社員番号,氏名,退職日,部署\n1,山田 太郎,2020-01-31,営業\n1,,,\n2,鈴木 花子,2020-01-31,\n",
  ]);
  expect(reading.people.map(({ from }) => from[0]?.rows)).toEqual([[2, 3], [4]]);
  expect(withNumber(reading, "1").department).toBe("営業");
});

test("whoever has no number and the name and days of somebody before is told of", async () => {
  const reading = await readAll([
    "姓,名,退職日\n山田,太郎,2020-01-31\n山田,太郎,2020-01-31\n山田,太郎,2021-01-31\n",
  ]);
  expect(
    reading.people.map(({ problems }) => problems.filter(({ kind }) => kind === "duplicate").length),
  ).toEqual([0, 1, 0]);
});

test("of a history what applies on leaving counts, in whatever order its rows come", async () => {
  const history = [
    "1,山田,太郎,2020-03-31,2010-04-01,営業部,係長",
    "1,山田,太郎,2020-03-31,2015-04-01,経理部,課長",
    "1,鈴木,太郎,2020-03-31,2020-03-31,人事部,",
    "1,鈴木,太郎,2020-03-31,2020-04-01,退職者,部長",
  ];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(history, { minLength: 4 }), async (rows) => {
      const person = await one("社員番号,姓,名,退職日,適用日,部署,役職", ...rows);
      expect(person).toMatchObject({ familyName: "鈴木", department: "人事部", title: null });
      expect(person.from).toEqual([{ file: 0, rows: [2, 3, 4, 5] }]);
      expect(problemsOf(person)).toEqual(["warning privateMail no-mail"]);
    }),
  );
});

test("sums and notes are nobody, though they stand in a column that is not read", async () => {
  const rows = [
    "No,社員番号,氏名,退職日",
    "1,A1,山田 太郎,2020-01-31",
    "合計,,1名,",
    ",,,",
    "※社外秘,,,",
    "小計：,3,,",
  ];
  const reading = await readAll([rows.join("\n")]);
  expect(reading.people.map(({ number }) => number)).toEqual(["A1"]);
  expect(reading.counts).toMatchObject({ rows: 1, leftOut: { totals: 2, notes: 1 } });
});

// Whatever compares each with each would not end within a test's time, here and in the tests of workbooks.
test("20,000 rows with one number are 20,000 people", async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => row("1", `山田${index},太郎,2020-01-31,`));
  const { people } = await readAll([[head, ...rows].join("\n")]);
  expect(people).toHaveLength(20_000);
});
