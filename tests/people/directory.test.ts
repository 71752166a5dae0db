import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { dictionaryOrder } from "#lib/people/kana.ts";
import type { DirectoryPerson } from "#lib/people/schema.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import { addNewcomer } from "./newcomers.ts";

const database = openTestDatabase();
let viewer: Viewer;
const ids = { kosaku: "", chinatsu: "", sakura: "" };

beforeAll(async () => {
  viewer = await viewerOf(database, "sakura", "aoba");
  ids.sakura = viewer.memberId;
  ids.kosaku = await memberIdOf(database, "kosaku", "aoba");
  ids.chinatsu = await memberIdOf(database, "chinatsu", "aoba");
});

/** As the page asks: with what stands in the address. */
const ask = (asked: Record<string, unknown> = {}, by = viewer) =>
  listDirectory(by, directoryQuerySchema.parse(asked));

/** Everybody who answers, page by page. */
async function askAll(asked: Record<string, unknown> = {}, by = viewer): Promise<DirectoryPerson[]> {
  const found: DirectoryPerson[] = [];
  for (let after: string | null = null; ; ) {
    const page = await ask({ ...asked, ...(after && { after }) }, by);
    found.push(...page.people);
    after = page.next;
    if (!after) return found;
  }
}

const idsOf = (people: DirectoryPerson[]) => people.map(({ memberId }) => memberId);
const found = async (q: string) => idsOf(await askAll({ q }));

describe("a search", () => {
  it.each([
    ["kanji", "髙橋 耕作"],
    ["a variant kanji", "高橋耕作"],
    ["kana", "たかはし"],
    ["the reading in one", "たかはしこうさく"],
    ["katakana", "タカハシ"],
    ["half-width katakana", "ﾀｶﾊｼ ｺｳｻｸ"],
    ["Latin letters, family first", "Takahashi Kousaku"],
    ["Latin letters, given first", "kosaku takahashi"],
    ["full-width Latin letters", "ＴＡＫＡＨＡＳＨＩ"],
    ["a part of the name", "橋耕"],
    ["one character", "耕"],
    ["the department", "品質保証部"],
    ["a skill with a space", "ISO 9001"],
    ["a word of the headline", "コンサルタント"],
    ["the area", "埼玉"],
    ["a name and a department", "たかはし　品質"],
    ["words in any order", "監査 takahashi 埼玉 髙橋"],
  ])("finds 髙橋 耕作 by %s: %s", async (_, q) => {
    expect(await found(q)).toContain(ids.kosaku);
  });

  it.each([
    "佐藤",
    "佐藤千夏",
    "たかはしちなつ",
    "chinatsu 佐藤",
    "さとう ちなつ",
    "サトウ",
    "Chinatsu Satō",
    "satou",
  ])("finds 高橋 千夏, formerly 佐藤, by %s", async (q) => {
    expect(await found(q)).toContain(ids.chinatsu);
  });

  it("finds only who has every word", async () => {
    expect(await found("高橋耕作 法務部")).toEqual([]);
    expect(await found("高橋 作耕")).not.toContain(ids.kosaku);
    expect(await found("品質保証部 たかはしこうさく")).toEqual([ids.kosaku]);
  });

  it("does not read across the border of two fields", async () => {
    expect(await found("部独立して")).not.toContain(ids.kosaku);
  });

  it("lists what it finds in the order of the readings, and counts it", async () => {
    const page = await ask({ q: "たかはし" });
    const given = page.people.map(({ kana }) => dictionaryOrder(kana ?? ""));
    expect(given).toEqual(given.toSorted());
    expect(page).toMatchObject({ total: page.people.length, next: null, atLeast: false, rows: [] });
  });

  it("keeps to a kind", async () => {
    const employees = await askAll({ q: "材料開発部", kind: "EMPLOYEE" });
    const alumni = await askAll({ q: "材料開発部", kind: "ALUMNUS" });
    expect(new Set(employees.map(({ kind }) => kind))).toEqual(new Set(["EMPLOYEE"]));
    expect(new Set(alumni.map(({ kind }) => kind))).toEqual(new Set(["ALUMNUS"]));
    expect(idsOf(employees)).toContain(ids.sakura);
    expect(idsOf(alumni)).toContain(ids.chinatsu);
    expect(employees.length + alumni.length).toBe((await ask({ q: "材料開発部" })).total);
  });
});

describe("signs that mean something to a database", () => {
  beforeAll(async () => {
    const headlines = {
      percent: "粗利100%改善",
      underscore: "file_name の番人",
      backslash: "C:\\Users に詳しい",
      quote: "O'Brien'; DROP TABLE members; --",
    };
    for (const [familyName, headline] of Object.entries(headlines))
      await addNewcomer(database, "aoba", { familyName, givenName: "sign", headline });
  });

  const names = async (q: string) => (await askAll({ q })).map(({ displayName }) => displayName);

  it.each([
    ["%", ["sign percent"]],
    ["100%", ["sign percent"]],
    ["1%0", []],
    ["%改", ["sign percent"]],
    ["_", ["sign underscore"]],
    ["file_name", ["sign underscore"]],
    ["fil__name", []],
    ["\\", ["sign backslash"]],
    ["c:\\users", ["sign backslash"]],
    ["\\\\", []],
    ["'; drop table members; --", ["sign quote"]],
    ["' OR '1'='1", []],
    ["{sign,percent}", []],
    ['"sign"', []],
  ])("%s is only text", async (q, expected) => {
    expect(await names(q)).toEqual(expected);
  });

  it("a stroke parts words and finds nothing by itself", async () => {
    expect(await found("髙橋|耕作")).toEqual(await found("髙橋 耕作"));
    expect(await names("sign|percent")).toEqual(["sign percent"]);
    for (const q of ["|", "｜ |", "ー", "・", "\u0000", "\u200b"])
      expect(await ask({ q })).toMatchObject({ people: [], total: 0, next: null });
  });
});

describe("a question that is none", () => {
  it.each([
    {},
    { q: "" },
    { q: "  　\n " },
    { q: ["a", "b"] },
    { kind: "ROBOT" },
    { after: "x" },
    { from: "" },
  ])("%j shows everybody", async (asked) => {
    expect(await ask(asked)).toEqual(await ask());
  });

  it.each([
    { from: "\u0000" },
    { after: `\u0000~${crypto.randomUUID()}` },
    { after: `か~${crypto.randomUUID()}~` },
  ])("%j shows everybody", async (asked) => {
    expect(await ask(asked)).toEqual(await ask());
  });

  it("of any length is cut, not refused", async () => {
    expect(await found("たかはしこうさく ".repeat(2000))).toEqual([ids.kosaku]);
    expect(await found("無".repeat(100_000))).toEqual([]);
  });
});

describe("leafing through", () => {
  it("passes everybody once, in order, also those whose names are the same", async () => {
    const sameName = {
      familyName: "橋本",
      givenName: "環",
      familyNameKana: "はしもと",
      givenNameKana: "たまき",
    };
    for (let i = 0; i < 70; i++)
      await addNewcomer(database, "aoba", { ...sameName, kind: i % 2 ? "EMPLOYEE" : "ALUMNUS" });
    const rows = await database.asOwner<{ id: string; kind: string; sort_key: string }>(
      `SELECT m.id, m.kind, p.sort_key FROM members m JOIN profiles p ON p.member_id = m.id
        JOIN companies c ON c.id = m.company_id WHERE c.slug = 'aoba' AND m.status = 'ACTIVE' ORDER BY p.sort_key, m.id`,
    );
    expect(idsOf(await askAll())).toEqual(rows.map(({ id }) => id));
    expect((await ask()).total).toBe(rows.length);
    const employees = rows.filter(({ kind }) => kind === "EMPLOYEE").map(({ id }) => id);
    expect(idsOf(await askAll({ kind: "EMPLOYEE" }))).toEqual(employees);
    const namesakes = rows.filter((row) => row.sort_key === "はしもと たまき").map(({ id }) => id);
    expect(idsOf(await askAll({ q: "はしもとたまき" }))).toEqual(namesakes);
  });

  it("opens at a heading and goes on from there", async () => {
    const { rows, total } = await ask();
    expect(rows.map(({ row }) => row)).toContain("た");
    for (const { row, from } of rows) expect((await ask({ from })).people[0]?.row).toBe(row);
    const fromHere = await askAll({ from: "た" });
    expect(fromHere.length).toBeLessThan(total);
    expect(new Set(fromHere.map(({ row }) => row))).not.toContain("さ");
    expect(idsOf(fromHere)).toEqual(idsOf(await askAll()).slice(-fromHere.length));
  });

  it("stands under letters where names are Latin", async () => {
    const { rows } = await ask({}, await viewerOf(database, "hannah", "larkfield"));
    expect(rows.map(({ row }) => row)).toEqual([...rows.map(({ row }) => row)].sort());
    expect(rows).toContainEqual({ row: "W", from: "w" });
  });
});

describe("whom nobody may find", () => {
  it.each(["shiori", "tsuyoshi"] as const)("%s is not an active member", async (name) => {
    const memberId = await memberIdOf(database, name, "aoba");
    expect(idsOf(await askAll())).not.toContain(memberId);
  });

  it.each(["INVITED", "SUSPENDED"] as const)(
    "a search text does not bring back who is %s",
    async (status) => {
      const nobody = {
        familyName: "雲隠",
        givenName: "霞",
        familyNameKana: "くもがくれ",
        givenNameKana: "かすみ",
      };
      await addNewcomer(database, "aoba", { ...nobody, status });
      for (const q of ["雲隠", "くもがくれ", "雲"])
        expect(await ask({ q })).toMatchObject({ people: [], total: 0 });
    },
  );

  it("one company's people are not found in the other", async () => {
    const hannah = await viewerOf(database, "hannah", "larkfield");
    expect(await found("Whitfield")).toEqual([]);
    expect(idsOf(await askAll({ q: "Whitfield" }, hannah))).toContain(hannah.memberId);
    expect(await askAll({ q: "髙橋" }, hannah)).toEqual([]);
    const ours = new Set(idsOf(await askAll()));
    expect(idsOf(await askAll({}, hannah)).filter((id) => ours.has(id))).toEqual([]);
  });

  it("search texts are reached through the scope alone", async () => {
    const search = "SELECT search_members(ARRAY['高橋'], 100)";
    expect(await database.asApp({}, search)).toEqual([]);
    expect((await database.asViewer(viewer, search)).length).toBeGreaterThan(1);
    const hannah = await viewerOf(database, "hannah", "larkfield");
    expect(await database.asViewer(hannah, search)).toEqual([]);
    expect(await database.asViewer({ ...viewer, sessionId: hannah.sessionId }, search)).toEqual([]);
    await expect(database.asViewer(viewer, "SELECT doc FROM search_docs")).rejects.toThrow(
      /permission denied/,
    );
  });
});

it("says when there are more than a search goes through", async () => {
  await database.asOwner(`
    WITH crowd AS (SELECT gen_random_uuid() AS id, n FROM generate_series(1, 1001) n),
      accounts AS (INSERT INTO users (id, email) SELECT id, n || '@crowd.example.com' FROM crowd),
      people AS (INSERT INTO members (company_id, id, user_id, kind, status)
        SELECT c.id, crowd.id, crowd.id, 'ALUMNUS', 'ACTIVE' FROM crowd, companies c WHERE slug = 'aoba')
    INSERT INTO profiles (company_id, member_id, family_name, given_name, sort_key, joined_on, department)
      SELECT c.id, crowd.id, 'Crowd', n::text, 'crowd ' || n, '2010-04-01', 'x' FROM crowd, companies c WHERE slug = 'aoba';
    INSERT INTO search_docs (company_id, member_id, viewer_kind, doc)
      SELECT company_id, member_id, kind, 'crowd' || given_name FROM profiles, unnest(enum_range(NULL::"ViewerKind")) kind WHERE family_name = 'Crowd'`);
  expect(await ask({ q: "crowd" })).toMatchObject({ total: 1000, atLeast: true });
  expect(await ask({ q: "crowd1001" })).toMatchObject({ total: 1, atLeast: false });
});
