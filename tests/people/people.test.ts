import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { NotFound } from "#lib/errors.ts";
import { countMembers } from "#lib/people/census.ts";
import { findPerson } from "#lib/people/people.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import { addNewcomer } from "./newcomers.ts";

const database = openTestDatabase();
let viewer: Viewer;
beforeAll(async () => {
  viewer = await viewerOf(database, "sakura", "aoba");
});

describe("a person", () => {
  it("is shown as they wrote themselves", async () => {
    const memberId = await memberIdOf(database, "chinatsu", "aoba");
    expect(await findPerson(viewer, memberId)).toMatchObject({
      memberId,
      isViewer: false,
      kind: "ALUMNUS",
      displayName: "高橋 千夏",
      kana: "たかはし ちなつ",
      formerName: "佐藤",
      monogram: "高千",
      joinedOn: "2012-04-01",
      leftOn: "2021-03-31",
      employer: "ラークフィールド・マテリアルズ",
      purposes: [
        { purpose: "MENTORING", note: expect.any(String) },
        { purpose: "COLLABORATION", note: null },
        { purpose: "KEEP_IN_TOUCH", note: null },
      ],
    });
  });

  it("is another one in another company", async () => {
    const hannah = await viewerOf(database, "hannah", "larkfield");
    const memberId = await memberIdOf(database, "chinatsu", "larkfield");
    expect(await findPerson(hannah, memberId)).toMatchObject({
      kind: "EMPLOYEE",
      displayName: "Chinatsu Takahashi",
      leftOn: null,
    });
    await expect(findPerson(viewer, memberId)).rejects.toThrow(NotFound);
  });

  it("may be oneself", async () => {
    expect(await findPerson(viewer, viewer.memberId)).toMatchObject({ isViewer: true });
  });

  it.each([
    ["who has not joined", () => memberIdOf(database, "shiori", "aoba")],
    ["who is suspended", () => memberIdOf(database, "tsuyoshi", "aoba")],
    ["of another company", () => memberIdOf(database, "hannah", "larkfield")],
    ["who does not exist", async () => crypto.randomUUID()],
    ["by an id that is none", async () => "1' OR '1'='1"],
    ["by no id", async () => ""],
  ])("%s is not found", async (_, memberId) => {
    await expect(findPerson(viewer, await memberId())).rejects.toThrow(NotFound);
  });
});

describe("the census", () => {
  it("counts active members of one's own company", async () => {
    const before = await countMembers(viewer);
    await addNewcomer(database, "aoba", { familyName: "新", givenName: "一" });
    await addNewcomer(database, "aoba", { familyName: "新", givenName: "二", kind: "EMPLOYEE" });
    await addNewcomer(database, "aoba", { familyName: "新", givenName: "三", status: "INVITED" });
    await addNewcomer(database, "larkfield", { familyName: "New", givenName: "Four" });
    await database.asOwner(
      "UPDATE members SET joined_at = now() - interval '40 days' WHERE joined_at > now() - interval '30 days'",
    );
    expect(await countMembers(viewer)).toEqual({
      alumni: before.alumni + 1,
      employees: before.employees + 1,
      joinedRecently: 0,
    });
    await database.asOwner("UPDATE members SET joined_at = now() WHERE id = $1", [viewer.memberId]);
    expect(await countMembers(viewer)).toMatchObject({ joinedRecently: 1 });
  });
});
