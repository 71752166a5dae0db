import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { NotFound } from "#lib/errors.ts";
import { findLeaver } from "#lib/leavers/record.ts";
import { typedLeaverSchema } from "#lib/leavers/record-input.ts";
import { addLeaver, mergeLeavers, type Written, writeLeaver } from "#lib/leavers/writing.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { addOne, today } from "./leavers.ts";
import { typedLeaver } from "./typed.ts";

const database = openTestDatabase();
let hr: Viewer;
let owner: Viewer;

beforeAll(async () => {
  hr = await viewerOf(database, "yuki", "aoba");
  owner = { ...hr };
  await database.asOwner("UPDATE companies SET mail_domains = '{aoba.example.com}' WHERE slug = 'aoba'");
});
beforeEach(async () => {
  await database.asOwner("DELETE FROM leavers");
});

describe("who is entered by hand", () => {
  it("is read as a file's row is", async () => {
    const id = await addOne(hr, {
      number: "００１２３",
      familyName: "髙橋",
      givenName: "千夏",
      familyNameKana: "ﾀｶﾊｼ",
      givenNameKana: "チナツ",
      registeredFamilyName: "渡邊",
      joinedOn: "平成1年4月1日",
      leftOn: "R8.3.31",
      mail: "Ｃｈｉｎａｔｓｕ@Example.NET",
      note: " 幹事 ",
      tags: ["OB会"],
      ground: "NOTICE",
      groundOn: "令和8年3月1日",
      groundDocument: "退職時の手続き",
    });
    const { leaver } = await findLeaver(hr, id);
    expect(leaver).toMatchObject({
      number: "00123",
      familyName: "髙橋",
      familyNameKana: "たかはし",
      givenNameKana: "ちなつ",
      registeredFamilyName: "渡邊",
      registeredGivenName: "千夏",
      joinedOn: "1989-04-01",
      leftOn: "2026-03-31",
      mail: "chinatsu@example.net",
      note: "幹事",
      tags: ["OB会"],
      ground: "NOTICE",
      groundOn: "2026-03-01",
      version: 1,
    });
  });

  it.each([
    [{ familyName: "", givenName: "" }, { familyName: "no-name" }],
    [{ givenName: "" }, { givenName: "name-incomplete" }],
    [{ familyName: "高〓" }, { familyName: "unknown-character" }],
    [{ familyNameKana: "高橋", givenNameKana: "ちなつ" }, { familyNameKana: "not-kana" }],
    [{ familyNameKana: "たかはし", givenNameKana: "千夏" }, { givenNameKana: "not-kana" }],
    [{ joinedOn: "2020年4月" }, { joinedOn: "no-day" }],
    [{ joinedOn: "2020-02-30" }, { joinedOn: "no-such-date" }],
    [{ joinedOn: "2020-04-01", leftOn: "2019-04-01" }, { leftOn: "left-before-joined" }],
    [{ mail: "chinatsu@" }, { mail: "not-an-address" }],
    [{ mail: "a@tokyo.aoba.example.com" }, { mail: "own-domain" }],
    [{ workMail: "nobody" }, { workMail: "not-an-address" }],
    [{ ground: "CONSENT" as const }, { groundOn: "required" }],
  ])("is not written where something is wrong: %j", async (part, problems) => {
    expect(await addLeaver(hr, { typed: typedLeaver(part) }, today)).toEqual({
      outcome: "problems",
      problems,
    });
    expect(await database.asOwner("SELECT FROM leavers")).toEqual([]);
  });

  it("has no address where they died, and no ground's day without a ground", async () => {
    const id = await addOne(hr, {
      deceased: true,
      mail: "a@example.net",
      groundOn: "2020-01-01",
      groundDocument: "x",
    });
    expect((await findLeaver(hr, id)).leaver).toMatchObject({
      deceased: true,
      mail: null,
      groundOn: null,
      groundDocument: null,
    });
  });

  it("says who has that number or that address", async () => {
    const id = await addOne(hr, { number: "7", mail: "a@example.net" });
    const answer = (part: object) => addLeaver(hr, { typed: typedLeaver(part) }, today);
    expect(await answer({ number: "７" })).toEqual({
      outcome: "taken",
      by: [{ field: "number", id, name: "退職 太郎" }],
    });
    expect(await answer({ mail: "A@example.net" })).toEqual({
      outcome: "taken",
      by: [{ field: "mail", id, name: "退職 太郎" }],
    });
    // Of two at once as well.
    const both = await Promise.all([answer({ number: "8" }), answer({ number: "8" })]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(["taken", "written"]);
  });

  it("takes no longer text than fits", () => {
    expect(typedLeaverSchema.safeParse(typedLeaver({ note: "あ".repeat(2001) })).success).toBe(false);
    expect(typedLeaverSchema.safeParse(typedLeaver({ tags: ["あ".repeat(31)] })).success).toBe(false);
    expect(typedLeaverSchema.parse(typedLeaver({ tags: [" OB　会 ", "OB 会"] })).tags).toEqual(["OB 会"]);
  });
});

describe("a record that is edited", () => {
  it("is found by what it says now", async () => {
    const id = await addOne(hr, {});
    const typed = typedLeaver({ familyName: "佐藤", familyNameKana: "さとう", givenNameKana: "たろう" });
    expect(await writeLeaver(hr, { id, version: 1, typed }, today)).toMatchObject({
      outcome: "written",
      leaver: { version: 2 },
    });
    expect(
      await database.asOwner("SELECT sort_key FROM leavers WHERE doc LIKE '%佐藤太郎%satotaro%'"),
    ).toEqual([{ sort_key: "さとう たろう" }]);
  });

  it("is not written over what somebody else wrote meanwhile, who sees what", async () => {
    const id = await addOne(hr, {});
    await writeLeaver(owner, { id, version: 1, typed: typedLeaver({ department: "経理部" }) }, today);
    const answer = await writeLeaver(hr, { id, version: 1, typed: typedLeaver({ title: "課長" }) }, today);
    expect(answer).toMatchObject({
      outcome: "conflict",
      now: { department: "経理部", title: null, version: 2 },
    });
    // What stands there already conflicts with nothing.
    const same = await writeLeaver(
      hr,
      { id, version: 1, typed: typedLeaver({ department: "経理部" }) },
      today,
    );
    expect(same).toMatchObject({ outcome: "written", leaver: { version: 2 } });
  });

  it("is one's of two at once", async () => {
    const id = await addOne(hr, {});
    const answers = await Promise.all(
      ["a", "b", "c"].map((title) =>
        writeLeaver(hr, { id, version: 1, typed: typedLeaver({ title }) }, today),
      ),
    );
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(["conflict", "conflict", "written"]);
  });

  it("keeps its own number, and is gone where it was erased", async () => {
    const id = await addOne(hr, { number: "7" });
    expect(
      await writeLeaver(hr, { id, version: 1, typed: typedLeaver({ number: "7", title: "a" }) }, today),
    ).toMatchObject({ outcome: "written" });
    await database.asOwner("DELETE FROM leavers");
    await expect(writeLeaver(hr, { id, version: 2, typed: typedLeaver({}) }, today)).rejects.toThrow(
      NotFound,
    );
    await expect(findLeaver(hr, id)).rejects.toThrow(NotFound);
  });

  it("is nobody's but HR's", async () => {
    const id = await addOne(hr, {});
    const sakura = await viewerOf(database, "sakura", "aoba");
    const rachel = await viewerOf(database, "rachel", "larkfield");
    for (const viewer of [sakura, { ...sakura, role: "OWNER" as const }, rachel]) {
      await expect(findLeaver(viewer, id)).rejects.toThrow(NotFound);
      await expect(writeLeaver(viewer, { id, version: 1, typed: typedLeaver({}) }, today)).rejects.toThrow(
        NotFound,
      );
    }
  });
});

describe("who may be the same person", () => {
  it("has the same name or reading and a day in common, or the same address", async () => {
    const chinatsu = {
      familyName: "髙橋",
      givenName: "千夏",
      familyNameKana: "たかはし",
      givenNameKana: "ちなつ",
      leftOn: "2020-03-31",
    };
    const id = await addOne(hr, { ...chinatsu, mail: "a@example.net" });
    const variant = await addOne(hr, { familyName: "高橋", givenName: "千夏", leftOn: "2020-03-31" });
    const former = await addOne(hr, {
      familyName: "山田",
      givenName: "千夏",
      formerFamilyName: "髙橋",
      leftOn: "2020-03-31",
    });
    const reading = await addOne(hr, { ...chinatsu, familyName: "孝橋", givenName: "知夏" });
    await addOne(hr, { familyName: "高橋", givenName: "千夏", leftOn: "2020-04-01" });
    await addOne(hr, { familyName: "高橋", givenName: "千夏子", leftOn: "2020-03-31" });
    const { alike } = await findLeaver(hr, id);
    expect(alike.map((one) => one.id).sort()).toEqual([variant, former, reading].sort());
    await database.asOwner(
      "UPDATE leavers SET mail = 'a@example.net', family_name = 'X' WHERE left_on = '2020-04-01'",
    );
    expect((await findLeaver(hr, id)).alike).toHaveLength(4);
  });

  it("becomes one of two, with what HR says of both", async () => {
    const kept = { id: await addOne(hr, { number: "7" }), version: 1 };
    const other = { id: await addOne(hr, { number: "8", mail: "a@example.net" }), version: 1 };
    const typed = typedLeaver({ number: "8", mail: "a@example.net" });
    const merge = (): Promise<Written> => mergeLeavers(hr, { kept, other, typed }, today);
    await writeLeaver(
      hr,
      { id: kept.id, version: 1, typed: typedLeaver({ number: "7", title: "a" }) },
      today,
    );
    // Nothing happened where one was changed meanwhile.
    expect(await merge()).toMatchObject({ outcome: "conflict", now: { id: kept.id, title: "a" } });
    expect((await findLeaver(hr, other.id)).leaver.number).toBe("8");
    kept.version = 2;
    expect(await merge()).toMatchObject({
      outcome: "written",
      leaver: { id: kept.id, number: "8", mail: "a@example.net" },
    });
    await expect(merge()).rejects.toThrow(NotFound);
    expect(await database.asOwner("SELECT number FROM leavers")).toEqual([{ number: "8" }]);
    await expect(mergeLeavers(hr, { kept, other: kept, typed }, today)).rejects.toThrow(NotFound);
  });
});

it("the imports that made and changed somebody stand in their record", async () => {
  const id = await addOne(hr, {});
  for (const [name, before] of [
    ["made.csv", null],
    ["changed.csv", "{}"],
  ]) {
    await database.asOwner(
      `WITH i AS (INSERT INTO leaver_imports (company_id, id, started_by_id, state, files, applied_at, started_at)
          VALUES ($1, gen_random_uuid(), $2, 'DONE', jsonb_build_array(jsonb_build_object('name', $3::text)), now(), clock_timestamp()) RETURNING id)
        INSERT INTO leaver_import_changes (company_id, import_id, leaver_id, before, after) SELECT $1, i.id, $4, $5::jsonb, '{}' FROM i`,
      [hr.companyId, hr.memberId, name, id, before],
    );
  }
  const { imports } = await findLeaver(hr, id);
  expect(imports.map(({ files, made, state }) => ({ files, made, state }))).toEqual([
    { files: ["changed.csv"], made: false, state: "DONE" },
    { files: ["made.csv"], made: true, state: "DONE" },
  ]);
});
