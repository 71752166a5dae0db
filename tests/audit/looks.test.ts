import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { listLooks } from "#lib/audit/looks.ts";
import { noteCorrectionLooks, noteFinds, noteProfileLook } from "#lib/audit/noting.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { everyCompany, withScope } from "#lib/db.ts";
import { leaveCompany } from "#lib/leaving/leaving.ts";
import type { Audience } from "#lib/people/audiences.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { listLimits, writeLimit } from "#lib/people/limits.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let hr: Viewer;
let owner: Viewer;
let employee: Viewer;

beforeAll(async () => {
  hr = await viewerOf(database, "yuki", "aoba");
  owner = await viewerOf(database, "kosaku", "aoba");
  employee = await viewerOf(database, "sakura", "aoba");
});
const show = (audience: "NOBODY" | "ALUMNI" | "EMPLOYEES" | "EVERYONE", rehire: "NOBODY" | "HR" = "NOBODY") =>
  saveVisibility(owner, { audiences: { tenure: audience, department: audience, rehire } });
beforeEach(async () => {
  await database.asOwner("DELETE FROM audit_entries");
  await show("EVERYONE");
});

const mattersOf = async (viewer: Viewer) =>
  (await listLooks(viewer)).looks.map(({ matter }) => matter).sort();

describe("a profile that HR opens is noted", () => {
  it("where its years or department are kept from employees", async () => {
    await noteProfileLook(hr, owner.memberId);
    expect(await mattersOf(owner)).toEqual([]);
    for (const audience of ["NOBODY", "ALUMNI"] as const) {
      await database.asOwner("DELETE FROM audit_entries");
      await show(audience);
      await noteProfileLook(hr, owner.memberId);
      expect(await mattersOf(owner), audience).toEqual(["RECORD"]);
    }
    await database.asOwner("DELETE FROM audit_entries");
    await saveVisibility(owner, { audiences: { tenure: "EVERYONE", department: "NOBODY" } });
    await noteProfileLook(hr, owner.memberId);
    expect(await listLooks(owner)).toMatchObject({
      looks: [{ matter: "RECORD", by: { name: "小川 由紀" } }],
      next: null,
    });
  });

  it("where it shows to HR alone that they would come back", async () => {
    await show("EVERYONE", "HR");
    await noteProfileLook(hr, owner.memberId);
    expect(await mattersOf(owner)).toEqual(["REHIRE"]);
  });

  it("where the company shows something of it to HR alone, and not of what is empty", async () => {
    const { sections } = await findOwnProfile(owner);
    expect(sections.intro.headline).not.toBe("");
    for (const [field, noted] of [
      ["headline", ["LIMITED"]],
      ["links", sections.links.links.length > 0 ? ["LIMITED"] : []],
    ] as const) {
      const before = (await listLimits(hr)).find((limit) => limit.field === field)?.widest ?? "EVERYONE";
      await writeLimit(hr, { field, before, after: "HR" });
      await noteProfileLook(hr, owner.memberId);
      expect(await mattersOf(owner), field).toEqual(noted);
      await writeLimit(hr, { field, before: "HR", after: before });
      await database.asOwner("DELETE FROM audit_entries");
    }
    await noteProfileLook(hr, owner.memberId);
    expect(await mattersOf(owner)).toEqual([]);
  });

  it("once a day and matter, by each who looks", async () => {
    await show("NOBODY", "HR");
    for (let times = 0; times < 3; times++) await noteProfileLook(hr, owner.memberId);
    expect(await mattersOf(owner)).toEqual(["RECORD", "REHIRE"]);
    await database.asOwner("UPDATE audit_entries SET day = day - 1, at = at - interval '1 day'");
    await noteProfileLook(hr, owner.memberId, { corrections: true });
    expect(await mattersOf(owner)).toEqual(["CORRECTION", "RECORD", "RECORD", "REHIRE", "REHIRE"]);
  });

  it("and by nobody else, nor of oneself", async () => {
    await show("NOBODY", "HR");
    await noteProfileLook({ ...employee, role: "OWNER" }, owner.memberId);
    await saveVisibility(hr, { audiences: { tenure: "NOBODY" } });
    await noteProfileLook(hr, hr.memberId);
    expect(await database.asOwner("SELECT * FROM audit_entries")).toEqual([]);
  });
});

it("what several say about their record is noted for each of them", async () => {
  await noteCorrectionLooks(hr, [owner.memberId, employee.memberId, owner.memberId, hr.memberId]);
  expect(await mattersOf(owner)).toEqual(["CORRECTION"]);
  expect(await mattersOf(employee)).toEqual(["CORRECTION"]);
  expect(await mattersOf(hr)).toEqual([]);
});

describe("an answer of the directory is noted for whom an employee would not have found", () => {
  async function ask(query: object): Promise<string[]> {
    await database.asOwner("DELETE FROM audit_entries");
    const asked = directoryQuerySchema.parse(query);
    const { people } = await listDirectory(hr, asked);
    const ids = people.map(({ memberId }) => memberId);
    expect(ids, JSON.stringify(query)).toContain(owner.memberId);
    await noteFinds(hr, asked, ids);
    return mattersOf(owner);
  }
  const name = { q: "髙橋 耕作" };

  it("by years and departments that employees do not see", async () => {
    const { recorded } = await findOwnProfile(owner);
    const byRecord: object[] = [
      { ...name, department: recorded.department },
      { ...name, joined: recorded.joinedOn.slice(0, 4) },
      { q: `髙橋 ${recorded.department}` },
      { q: `髙橋 ${recorded.joinedOn.slice(0, 4)}年入社` },
    ];
    for (const query of byRecord) expect(await ask(query), JSON.stringify(query)).toEqual([]);
    await show("NOBODY");
    for (const query of byRecord) expect(await ask(query), JSON.stringify(query)).toEqual(["FOUND"]);
    await show("EMPLOYEES");
    for (const query of byRecord) expect(await ask(query), JSON.stringify(query)).toEqual([]);
  });

  it("by that they would come back, and by a time together that others do not see", async () => {
    const shown: Audience[] = ["HR", "EVERYONE"];
    for (const rehire of shown) {
      await database.asOwner('UPDATE profiles SET rehire_audience = $2::"Audience" WHERE member_id = $1', [
        owner.memberId,
        rehire,
      ]);
      const { sections } = await findOwnProfile(owner);
      await writeSection(owner, { section: "area", before: sections.area, after: { area: `${rehire}町` } });
      expect(await ask({ ...name, open: "REHIRE" }), rehire).toEqual(rehire === "HR" ? ["FOUND"] : []);
    }
    await show("NOBODY");
    await database.asOwner(
      "UPDATE profiles SET joined_on = (SELECT joined_on FROM profiles WHERE member_id = $2) WHERE member_id = $1",
      [hr.memberId, owner.memberId],
    );
    expect(await ask({ ...name, with: "me" })).toEqual(["FOUND"]);
  });

  it("and not by their name, however it is written", async () => {
    await show("NOBODY", "HR");
    for (const q of ["髙橋 耕作", "たかはしこうさく", "takahasi kousaku", "たかはし こさく", "髙橋"])
      expect(await ask({ q }), q).toEqual([]);
  });
});

describe("what was noted", () => {
  beforeEach(async () => {
    await show("NOBODY");
    await noteProfileLook(hr, owner.memberId);
  });

  it("is read by whom it is about, and by nobody else", async () => {
    expect(await mattersOf(owner)).toEqual(["RECORD"]);
    for (const viewer of [hr, employee, await viewerOf(database, "koji", "aoba")])
      expect(await database.asViewer(viewer, "SELECT * FROM audit_entries")).toEqual([]);
  });

  it("is written, changed and taken away by nobody", async () => {
    for (const viewer of [hr, owner])
      for (const statement of [
        "INSERT INTO audit_entries (company_id, id, subject_id, action, matter) SELECT company_id, gen_random_uuid(), id, 'LOOKED', 'RECORD' FROM members",
        "UPDATE audit_entries SET actor_id = NULL",
        "DELETE FROM audit_entries",
        `SELECT note_look('${owner.memberId}', 'REHIRE')`,
      ])
        await expect(database.asViewer(viewer, statement), statement).rejects.toThrow("permission denied");
  });

  it("is told without a name where a block parts the two, whoever set it", async () => {
    for (const [blocker, other] of [
      [owner, hr],
      [hr, owner],
    ] as const) {
      await blockMember(blocker, other.memberId);
      expect((await listLooks(owner)).looks).toMatchObject([{ by: "hr" }]);
      await unblockMember(blocker, other.memberId);
    }
    await database.asOwner("UPDATE profiles SET unlisted = true WHERE member_id = $1", [hr.memberId]);
    expect((await listLooks(owner)).looks).toMatchObject([{ by: "hr" }]);
    await database.asOwner("UPDATE profiles SET unlisted = false WHERE member_id = $1", [hr.memberId]);
  });

  it("is leafed through by twenty, the newest first", async () => {
    await database.asOwner(
      `INSERT INTO audit_entries (company_id, id, actor_id, subject_id, action, matter, at, day)
        SELECT company_id, gen_random_uuid(), actor_id, subject_id, action, matter, at - make_interval(days => n), day - n
          FROM audit_entries, generate_series(1, 24) n`,
    );
    const first = await listLooks(owner);
    expect(first.looks).toHaveLength(20);
    const [at = "", id = ""] = first.next?.split("~") ?? [];
    const rest = await listLooks(owner, { before: { at, id } });
    expect(rest).toMatchObject({ next: null });
    const times = [...first.looks, ...rest.looks].map((look) => look.at);
    expect(new Set(times).size).toBe(25);
    expect(times).toEqual(times.toSorted().reverse());
  });

  it("goes after two years", async () => {
    await database.asOwner("UPDATE audit_entries SET at = now() - interval '2 years' + interval '1 day'");
    const purge = () =>
      withScope(everyCompany, (tx) => tx.$executeRaw`SELECT purge_expired(interval '30 days')`);
    await purge();
    expect(await mattersOf(owner)).toEqual(["RECORD"]);
    await database.asOwner("UPDATE audit_entries SET at = now() - interval '2 years' - interval '1 day'");
    await purge();
    expect(await mattersOf(owner)).toEqual([]);
  });

  it("keeps that HR looked when they leave, and loses their name; nothing is noted of who has left", async () => {
    const leaving = await viewerOf(database, "yuki", "aoba");
    await leaveCompany(leaving);
    expect((await listLooks(owner)).looks).toMatchObject([{ matter: "RECORD", by: "former" }]);
    expect(await database.asOwner("SELECT 1 FROM audit_entries WHERE actor_id = $1", [hr.memberId])).toEqual(
      [],
    );
    const late = `INSERT INTO audit_entries (company_id, id, actor_id, subject_id, action, matter) VALUES ($1, gen_random_uuid(), $2, $3, 'LOOKED', 'REHIRE') RETURNING 1`;
    const sakura = await memberIdOf(database, "sakura", "aoba");
    expect(await database.asOwner(late, [owner.companyId, sakura, hr.memberId])).toEqual([]);
    expect(await database.asOwner(late, [owner.companyId, hr.memberId, sakura])).toEqual([]);
  });
});
