import { expect, test } from "vitest";
import { layOut } from "#lib/leavers/reading/layout.ts";
import { onlyFile, readAll, withNumber } from "./given.ts";

const csv = (...rows: string[]) => rows.join("\n");
const fieldsOf = async (...rows: string[]) =>
  onlyFile(await readAll([csv(...rows)])).columns.map(({ field }) => field);

test.each([
  ["【必須】社員番号,※氏名,退職年月日###[retired_day]###", ["number", "name", "left"]],
  ["社員ＮＯ．, 姓 （カナ）,ﾌﾘｶﾞﾅ", ["number", "familyNameKana", "kana"]],
  ["Employee #,LAST NAME,termination_date", ["number", "familyName", "left"]],
  [
    "社員番号,ビジネスネーム：姓,ビジネスネーム：名,姓,名",
    ["number", "workFamilyName", "workGivenName", "familyName", "givenName"],
  ],
  ["スタッフコード,メイングループ,プライベートメールアドレス", ["number", "department", "privateMail"]],
])("%s are known however they are written", async (headings, fields) => {
  expect(await fieldsOf(headings, "1,a,b,c,d")).toEqual(fields);
});

test.each([
  ["a title", ["退職者一覧,,", "", "社員番号,氏名,退職日"], 3],
  ["codes above", ["EBAS001,EBAS002,EBAS003", "社員番号,氏名,退職日"], 2],
  ["groups above", ["基本情報,,異動", "社員番号,氏名,退職日"], 2],
  ["an empty first column", [",社員番号,氏名,退職日"], 1],
])("the headings are found below or beside %s", async (_, above, headingRow) => {
  const rows = above.at(-1)?.startsWith(",") ? ",1,山田 太郎,2020/1/31" : "1,山田 太郎,2020/1/31";
  const reading = await readAll([csv(...above, rows)]);
  expect(onlyFile(reading).headingRow).toBe(headingRow);
  expect(withNumber(reading, "1")).toMatchObject({ familyName: "山田", leftOn: "2020-01-31" });
});

test.each([
  "マイナンバー",
  "個人番号（マイナンバー）",
  "基礎年金番号",
  "雇用保険被保険者番号",
  "給与振込先 口座番号",
  "基本給",
  "障害者区分",
  "配偶者の有無",
  "扶養人数",
  "国籍",
  "現住所1",
  "緊急連絡先 電話番号",
  "退職理由（詳細）",
  "家族1 姓",
  "Base Salary",
  "Social Security Number",
  "NATIONALID",
  "Bank Account Number",
  "Home Address",
  "Emergency Contact Name",
  "MaritalStatus",
])("%s is dropped before its cells are seen, and named", async (heading) => {
  const reading = await readAll([
    csv(`社員番号,${heading},氏名,退職日`, "1,secret-secret,山田 太郎,2020-01-31"),
  ]);
  expect(onlyFile(reading).dropped).toEqual([heading]);
  expect(JSON.stringify(reading)).not.toContain("secret-secret");
  expect(withNumber(reading, "1").familyName).toBe("山田");
});

test.each([
  "メールアドレス(私用)",
  "Email Address",
  "雇用形態",
  "退職理由",
  "Supervisory Organization",
  "Last Name",
  "所属支店",
])("%s is not dropped", async (heading) => {
  const reading = await readAll([csv(`社員番号,${heading},氏名,退職日`, "1,a,山田 太郎,2020-01-31")]);
  expect(onlyFile(reading).dropped).toEqual([]);
});

test("its cells are gone from the table itself, whatever is read of it next", () => {
  const rows = [
    ["社員番号", "マイナンバー"],
    ["合計", "secret"],
    ["", "secret"],
    ["1", "secret", "more"],
  ];
  layOut(rows, {});
  expect(rows.slice(1)).toEqual([
    ["合計", ""],
    ["", ""],
    // Beyond the headings stands what may have moved there from it.
    ["1", "", "…"],
  ]);
});

test("what stands under a group that is forbidden is dropped with it, and no mapping brings it back", async () => {
  const file = csv(
    "基本情報,,,緊急連絡先,",
    "社員番号,氏名,退職日,氏名,メールアドレス",
    "1,山田 太郎,2020-01-31,山田 花子,h@example.com",
  );
  const { fingerprint, dropped } = onlyFile(await readAll([file]));
  expect(dropped).toEqual(["氏名", "メールアドレス"]);
  const reading = await readAll([file], { [fingerprint]: { fields: { 3: "name", 4: "privateMail" } } });
  expect(JSON.stringify(reading)).not.toMatch(/花子|h@example/);
  expect(withNumber(reading, "1")).toMatchObject({ familyName: "山田", givenName: "太郎", mail: null });
});

test("columns about somebody else are theirs", async () => {
  const fields = await fieldsOf(
    "社員番号,上司_氏名,承認者 - メールアドレス,氏名,退職日",
    "1,佐藤 一,b@example.com,山田 太郎,2020-01-31",
  );
  expect(fields).toEqual(["number", null, null, "name", "left"]);
  const grouped = await fieldsOf(",上司,異動", "社員番号,氏名,退職日", "1,佐藤 一,2020-01-31");
  expect(grouped).toEqual(["number", null, "left"]);
});

test("of two columns with one heading the one that holds anything counts, and the other is told of", async () => {
  const { columns } = onlyFile(
    await readAll([csv("社員番号,部署,部署,氏名,所属", "1,,営業,山田 太郎,経理")]),
  );
  expect(columns.map(({ field }) => field)).toEqual(["number", null, "department", "name", null]);
  expect(columns.map(({ spare }) => spare)).toEqual([
    undefined,
    "department",
    undefined,
    undefined,
    "department",
  ]);
  expect(columns.map(({ duplicate }) => duplicate)).toEqual([
    undefined,
    undefined,
    true,
    undefined,
    undefined,
  ]);
});

test("columns hold up to three different values to show", async () => {
  const file = onlyFile(await readAll([csv("社員番号,部署", "1,a", "2,a", "3,b", "4,", "5,c", "6,d")]));
  expect(file.columns[1]?.samples).toEqual(["a", "b", "c"]);
});

test("what HR says of a column counts before what was recognised, for each file with these headings", async () => {
  const file = csv("No,呼び名,社員番号,氏名,退職日", "1,山田 太郎,A1,本名 太郎,2020-01-31");
  const { fingerprint } = onlyFile(await readAll([file]));
  const mapping = { [fingerprint]: { fields: { 1: "name", 3: null } as const } };
  const reading = await readAll([file.replace("A1", "A2")], mapping);
  expect(withNumber(reading, "A2").familyName).toBe("山田");
  expect(onlyFile(reading).columns.map(({ field }) => field)).toEqual([null, "name", "number", null, "left"]);
  // Other headings are another file.
  const other = await readAll([file.replace("呼び名", "綽名")], mapping);
  expect(withNumber(other, "A1").familyName).toBe("本名");
});

test("a table of which no heading is known waits for HR", async () => {
  const file = csv("a,b,c", "1,山田 太郎,2020-01-31");
  const first = onlyFile(await readAll([file]));
  expect(first.headingRow).toBeNull();
  const fields = { 0: "number", 1: "name", 2: "left" } as const;
  const reading = await readAll([file], { [first.fingerprint]: { fields } });
  expect(withNumber(reading, "1")).toMatchObject({ familyName: "山田", leftOn: "2020-01-31" });
});

test.each([
  ["HRMOS", "社員番号,業務情報_部署・役職_主務 - 部署_部署名"],
  ["SmartHR", "社員番号,姓 (カタカナ),名 (カタカナ),在籍状況"],
  ["マネーフォワード", "従業員番号,姓,名,入社年月日,在籍状況"],
  ["カオナビ", "社員番号,氏名,フリガナ,所属コード"],
  ["ジョブカン", "スタッフコード,姓,名"],
  ["KING OF TIME", "従業員コード,姓,雇用区分コード"],
  ["POWER EGG", "社員番号,退職年月日###[retired_day]###"],
  ["Personio", "First name,Hire date,Termination date,Status"],
  [null, "社員番号,氏名"],
])("looks like %s", async (system, headings) => {
  expect(onlyFile(await readAll([csv(headings, "1,2,3,4,5")])).system).toBe(system);
});
