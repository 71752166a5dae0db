import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { NotFound } from "#lib/errors.ts";
import { listLeaverChoices, listLeavers } from "#lib/leavers/list.ts";
import { leaversPage } from "#lib/leavers/list-policy.ts";
import { leaverQuerySchema } from "#lib/leavers/list-query.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { addOne, today } from "./leavers.ts";

const database = openTestDatabase();
let hr: Viewer;

beforeAll(async () => {
  hr = await viewerOf(database, "yuki", "aoba");
  await database.asOwner("DELETE FROM leavers");
  await addOne(hr, {
    number: "00123",
    familyName: "髙橋",
    givenName: "千夏",
    familyNameKana: "タカハシ",
    givenNameKana: "チナツ",
    formerFamilyName: "山﨑",
    joinedOn: "平成28年4月1日",
    leftOn: "2020/3/31",
    department: "第二営業部",
    employment: "正社員",
    mail: "chinatsu@example.net",
    tags: ["OB会"],
    ground: "CONSENT",
    groundOn: "2020-03-01",
  });
  await addOne(hr, {
    number: "00124",
    familyName: "佐藤",
    givenName: "一郎",
    familyNameKana: "さとう",
    givenNameKana: "いちろう",
    leftOn: "2026-12-31",
    department: "経理部",
    employment: "契約社員",
  });
  await addOne(hr, {
    familyName: "Whitfield",
    givenName: "Hannah",
    leftOn: "2019-06-30",
    department: "経理部",
    employment: "正社員",
    tags: ["OB会", "講師"],
  });
  await addOne(hr, {
    familyName: "森",
    givenName: "学",
    familyNameKana: "もり",
    givenNameKana: "まなぶ",
    deceased: true,
  });
  // Another company's, with everything the same.
  const other = await viewerOf(database, "rachel", "larkfield");
  await database.asOwner(
    `INSERT INTO leavers (company_id, id, number, family_name, given_name, sort_key, department, doc)
      SELECT $1, gen_random_uuid(), number, family_name, given_name, sort_key, department, doc FROM leavers WHERE company_id = $2`,
    [other.companyId, hr.companyId],
  );
});

async function names(query: object): Promise<string[]> {
  const { leavers, total } = await listLeavers(hr, leaverQuerySchema.parse(query), today);
  expect(total).toBe(leavers.length);
  return leavers.map(({ familyName }) => familyName);
}

describe("the list", () => {
  it("is ordered by reading, by the last day, by who came last", async () => {
    expect(await names({})).toEqual(["Whitfield", "佐藤", "髙橋", "森"]);
    expect(await names({ sort: "left" })).toEqual(["森", "佐藤", "髙橋", "Whitfield"]);
    expect(await names({ sort: "added" })).toEqual(["森", "Whitfield", "佐藤", "髙橋"]);
  });

  it.each([
    "高橋",
    "髙橋千夏",
    "ﾀｶﾊｼ",
    "takahasi",
    "山崎",
    "00123",
    "chinatsu@example.net",
    "第二営業",
    "2016年入社",
    "高橋 00123",
  ])("finds her by %s", async (q) => {
    expect(await names({ q })).toEqual(["髙橋"]);
  });

  it("finds by sound only where nobody is found otherwise, and nobody by what can't be looked for", async () => {
    expect(await names({ q: "sato" })).toEqual(["佐藤"]);
    expect(await names({ q: "satou ichiro" })).toEqual(["佐藤"]);
    expect(await names({ q: "ぬぬ" })).toEqual([]);
    expect(await names({ q: "・" })).toEqual([]);
    expect(await names({ q: "100%_" })).toEqual([]);
  });

  it("is narrowed by how they stand, years, department, employment, tag, and what is missing", async () => {
    expect(await names({ standing: "left" })).toEqual(["Whitfield", "髙橋"]);
    expect(await names({ standing: "upcoming" })).toEqual(["佐藤"]);
    expect(await names({ standing: "deceased" })).toEqual(["森"]);
    expect(await names({ left: "2019-2020" })).toEqual(["Whitfield", "髙橋"]);
    expect(await names({ left: "2020" })).toEqual(["髙橋"]);
    expect(await names({ department: "経理部" })).toEqual(["Whitfield", "佐藤"]);
    expect(await names({ department: ["経理部", "第二営業部"], employment: "正社員" })).toEqual([
      "Whitfield",
      "髙橋",
    ]);
    expect(await names({ tag: "講師" })).toEqual(["Whitfield"]);
    // Who died is nobody to find an address of.
    expect(await names({ mail: "none" })).toEqual(["Whitfield", "佐藤"]);
    expect(await names({ ground: "none", tag: "OB会" })).toEqual(["Whitfield"]);
    expect(await names({ q: "経理", standing: "left", left: "2019", tag: "OB会", mail: "none" })).toEqual([
      "Whitfield",
    ]);
  });

  it("leaves out what an address has that can't be read", async () => {
    expect(await names({ standing: "x", left: "20", sort: "y", after: "z", mail: "some" })).toHaveLength(4);
    expect(await names({ q: "' OR true --" })).toEqual([]);
    expect(await names({ department: "経理部' OR true --" })).toEqual([]);
    for (const key of ["2020-02-31", "2020-99-99", "2020-01-01 25:00:00+00", "x"])
      for (const sort of ["left", "added"])
        expect(await names({ sort, after: `${key}~${crypto.randomUUID()}` })).toHaveLength(4);
    expect(await names({ sort: "left", after: `2020-99-99x~${crypto.randomUUID()}` })).toHaveLength(4);
  });

  it("offers choices beside the rest, with how many have them", async () => {
    const choices = async (dimension: "department" | "employment" | "tag" | "left", query = {}, typed = "") =>
      (await listLeaverChoices(hr, leaverQuerySchema.parse(query), dimension, { typed, today })).choices;
    expect(await choices("department")).toEqual([
      { value: "経理部", people: 2 },
      { value: "第二営業部", people: 1 },
    ]);
    expect(await choices("department", { department: "第二営業部", employment: "契約社員" })).toEqual([
      { value: "経理部", people: 1 },
    ]);
    expect(await choices("department", {}, "営業")).toEqual([{ value: "第二営業部", people: 1 }]);
    expect(await choices("employment", { standing: "left" })).toEqual([{ value: "正社員", people: 2 }]);
    expect(await choices("tag", {}, "ｏｂ")).toEqual([{ value: "OB会", people: 2 }]);
    expect((await choices("left")).map(({ value }) => value).sort()).toEqual(["2019", "2020", "2026"]);
  });

  it("is HR's alone, and each company's own", async () => {
    const other = await viewerOf(database, "rachel", "larkfield");
    expect((await listLeavers(other, leaverQuerySchema.parse({ q: "高橋" }), today)).total).toBe(1);
    for (const name of ["sakura", "chinatsu"] as const) {
      const viewer = await viewerOf(database, name, "aoba");
      await expect(listLeavers(viewer, leaverQuerySchema.parse({}), today)).rejects.toThrow(NotFound);
      // Nor by a role that one only says to have.
      const told = await listLeavers({ ...viewer, role: "HR_ADMIN" }, leaverQuerySchema.parse({}), today);
      expect(told).toEqual({ leavers: [], next: null, total: 0, atLeast: false });
    }
  });
});

describe("a long list", () => {
  it.each(["name", "left", "added"])("comes page by page, each leaver once, by %s", async (sort) => {
    const larkfield = await viewerOf(database, "rachel", "larkfield");
    await database.asOwner("DELETE FROM leavers WHERE company_id = $1", [larkfield.companyId]);
    await database.asOwner(
      `INSERT INTO leavers (company_id, id, family_name, given_name, sort_key, left_on, doc, created_at)
        SELECT $1, gen_random_uuid(), 'n', 'n', '%s ' || n % 7, CASE WHEN n % 5 > 0 THEN date '2020-01-01' + n % 11 END, '|n' || n, now() - n % 3 * interval '1 day'
          FROM generate_series(1, $2::int) n`,
      [larkfield.companyId, leaversPage * 2 + 7],
    );
    for (const narrow of [{}, { q: "n" }]) {
      const seen: string[] = [];
      let after: string | null | undefined;
      while (after !== null) {
        const query = leaverQuerySchema.parse({ ...narrow, sort, after });
        const page = await listLeavers(larkfield, query, today);
        expect(page.total).toBe(leaversPage * 2 + 7);
        seen.push(...page.leavers.map(({ id }) => id));
        after = page.next;
      }
      expect(seen).toHaveLength(leaversPage * 2 + 7);
      expect(new Set(seen).size).toBe(seen.length);
    }
  });

  it("counts up to 10,000 exactly, and walks beyond", async () => {
    const larkfield = await viewerOf(database, "rachel", "larkfield");
    await database.asOwner("DELETE FROM leavers WHERE company_id = $1", [larkfield.companyId]);
    await database.asOwner(
      `INSERT INTO leavers (company_id, id, family_name, given_name, sort_key, employment, doc)
        SELECT $1, gen_random_uuid(), 'n', 'n', lpad(n::text, 6, '0'), 'E', '' FROM generate_series(1, 10000) n`,
      [larkfield.companyId],
    );
    const count = async (query: object) => listLeavers(larkfield, leaverQuerySchema.parse(query), today);
    expect(await count({})).toMatchObject({ total: 10_000, atLeast: false });
    expect(await count({ employment: "E" })).toMatchObject({ total: 10_000, atLeast: false });
    await database.asOwner(
      `INSERT INTO leavers (company_id, id, family_name, given_name, sort_key, employment, doc) VALUES ($1, gen_random_uuid(), 'n', 'n', '0', 'E', '')`,
      [larkfield.companyId],
    );
    for (const query of [{}, { employment: "E" }]) {
      const page = await count(query);
      expect(page).toMatchObject({ total: 10_000, atLeast: true });
      expect(page.leavers).toHaveLength(leaversPage);
      const { key } = leaverQuerySchema.parse({ after: page.next }).after ?? {};
      expect(key).toBe("000049");
    }
  });
});
