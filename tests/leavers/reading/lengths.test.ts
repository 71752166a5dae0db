import { expect, test } from "vitest";
import { readAll } from "./given.ts";

test("what is longer than any name is told of, so that nobody is written whom the database can't hold", async () => {
  const long = "あ".repeat(3000);
  const { people } = await readAll([
    `社員番号,姓,名,退職日\n1,"${long}",太郎,2020-01-31\n2,山田,花子,2020-01-31\n`,
  ]);
  expect(people.map(({ problems }) => problems.filter(({ kind }) => kind === "error"))).toMatchObject([
    [{ field: "familyName", reason: "too-long", cell: { text: "あ".repeat(80) } }],
    [],
  ]);
});
