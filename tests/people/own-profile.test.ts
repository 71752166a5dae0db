import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { Invalid } from "#lib/errors.ts";
import { audienceFields } from "#lib/people/audiences.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { type Sections, visibilitySchema, writtenSchema } from "#lib/people/input.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findPerson } from "#lib/people/people.ts";
import { withClient } from "#lib/pg-client.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let owner: Viewer;
let other: Viewer;
let sections: Sections;

beforeEach(async () => {
  owner = await viewerOf(database, "kosaku", "aoba");
  other = await viewerOf(database, "sakura", "aoba");
  ({ sections } = await findOwnProfile(owner));
});

async function found(q: string): Promise<string[]> {
  const { people } = await listDirectory(other, directoryQuerySchema.parse({ q }));
  return people.map(({ memberId }) => memberId);
}

describe("one's own profile", () => {
  it("is what others are shown and what HR recorded, with who may see what", async () => {
    const { recorded, audiences, unlisted, ...hers } = await findOwnProfile(other);
    expect(hers.sections.names).toMatchObject({ familyName: "大野", givenName: "さくら" });
    expect(recorded.joinedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(Object.keys(audiences).sort()).toEqual([...audienceFields].sort());
    expect(audiences).toMatchObject({
      headline: "EVERYONE",
      work: "NOBODY",
      links: "NOBODY",
      rehire: "NOBODY",
    });
    expect(unlisted).toBe(false);
  });

  it("is written by sections, and each leaves the others as they are", async () => {
    const work = {
      employer: "霧島醸造",
      employerTitle: "杜氏",
      industry: "酒造",
      work: "焼酎を仕込んでいます",
    };
    expect(await writeSection(owner, { section: "work", before: sections.work, after: work })).toEqual({
      written: true,
      now: { ...sections, work },
    });
    expect(await findOwnProfile(owner)).toMatchObject({ sections: { ...sections, work } });
    await writeSection(owner, { section: "work", before: work, after: sections.work });
  });

  it("shows others what was written, where they may see it", async () => {
    const open = [
      { purpose: "REHIRE" as const, note: "春からなら" },
      { purpose: "MENTORING" as const, note: "発酵のことなら" },
    ];
    await writeSection(owner, { section: "purposes", before: sections.purposes, after: { purposes: open } });
    expect((await findPerson(other, owner.memberId)).purposes).toEqual([open[1]]);
    await saveVisibility(owner, { audiences: { rehire: "EVERYONE" } });
    expect((await findPerson(other, owner.memberId)).purposes).toEqual(open);
    await saveVisibility(owner, { audiences: { rehire: "NOBODY" } });
  });

  it("stands in the directory by its new name at once, and is found by it alone", async () => {
    const names = {
      ...sections.names,
      familyName: "霧島",
      familyNameKana: "きりしま",
      formerFamilyName: "髙橋",
    };
    await writeSection(owner, { section: "names", before: sections.names, after: names });
    expect(await found("きりしま")).toContain(owner.memberId);
    expect(await found("髙橋 耕作")).toContain(owner.memberId);
    const row = await listDirectory(other, directoryQuerySchema.parse({ from: "きりしま" }));
    expect(row.people[0]?.memberId).toBe(owner.memberId);
    await writeSection(owner, { section: "names", before: names, after: sections.names });
    expect(await found("きりしま")).not.toContain(owner.memberId);
  });

  it("is not overwritten by who began before it was changed; they are given what stands there", async () => {
    const mine = { area: "宮崎県" };
    const theirs = { area: "鹿児島県" };
    await writeSection(owner, { section: "area", before: sections.area, after: theirs });
    const answer = await writeSection(owner, { section: "area", before: sections.area, after: mine });
    expect(answer).toMatchObject({ written: false, now: { area: theirs } });
    expect((await findOwnProfile(owner)).sections.area).toEqual(theirs);
    // Sent twice, since its answer was lost: it is there.
    expect(
      await writeSection(owner, { section: "area", before: sections.area, after: theirs }),
    ).toMatchObject({
      written: true,
    });
    expect(await writeSection(owner, { section: "area", before: theirs, after: mine })).toMatchObject({
      written: true,
    });
  });

  it("may be written though what stands there is not as it would be taken today", async () => {
    const [kept] = await database.asOwner<{ kana: string }>(
      "UPDATE profiles SET family_name_kana = 'TAKAHASHI ' WHERE member_id = $1 RETURNING family_name_kana AS kana",
      [owner.memberId],
    );
    expect(kept).toEqual({ kana: "TAKAHASHI " });
    const { names } = (await findOwnProfile(owner)).sections;
    const written = writtenSchema.parse({
      section: "names",
      before: JSON.parse(JSON.stringify(names)),
      after: sections.names,
    });
    expect(await writeSection(owner, written)).toMatchObject({
      written: true,
      now: { names: sections.names },
    });
  });

  it("takes one of two that write the same section at the same time", async () => {
    const answers = await Promise.all(
      ["いち", "に", "さん", "よん"].map((about) =>
        writeSection(owner, {
          section: "intro",
          before: sections.intro,
          after: { ...sections.intro, about },
        }),
      ),
    );
    expect(answers.filter(({ written }) => written)).toHaveLength(1);
  });

  it("keeps both of two different sections that are written at the same time", async () => {
    const skills = { skills: ["麹づくり"] };
    const links = { links: ["https://kirishima.example/"] };
    await Promise.all([
      writeSection(owner, { section: "skills", before: sections.skills, after: skills }),
      writeSection(owner, { section: "links", before: sections.links, after: links }),
    ]);
    expect((await findOwnProfile(owner)).sections).toMatchObject({ skills, links });
  });

  it("never writes what HR recorded, nor as what one is listed", async () => {
    const [before, after] = await withClient(database.appUrl, async (client) => {
      const read = async () =>
        (
          await client.query(
            "SELECT department, title, joined_on, left_on, listed, headline FROM own_profile()",
          )
        ).rows[0];
      await client.query("BEGIN");
      await client.query("SELECT enter_company($1, $2, $3)", [
        owner.companyId,
        owner.memberId,
        owner.sessionId,
      ]);
      const kept = await read();
      const forged = {
        department: "役員室",
        title: "社長",
        joined_on: "1900-01-01",
        left_on: null,
        listed: "EMPLOYEE",
      };
      await client.query("SELECT put_own_profile($1)", [
        { ...forged, headline: "社長", company_id: null, member_id: other.memberId },
      ]);
      return [kept, await read()];
    });
    expect(after).toEqual({ ...before, headline: "社長" });
  });
});

describe("what is written", () => {
  const names = {
    familyName: "高橋",
    givenName: "耕作",
    familyNameKana: null,
    givenNameKana: null,
    preferredName: null,
    formerFamilyName: null,
    formerFamilyNameKana: null,
  };
  const fieldsOf = (section: string, after: object, before = after) =>
    writtenSchema
      .safeParse({ section, before, after })
      .error?.issues.filter(({ path }) => path[0] === "after")
      .map(({ path, message }) => `${path.slice(1).join(".")}: ${message}`);

  it.each([
    ["a family name that is empty", "names", { ...names, familyName: " \u3000 " }, "familyName: required"],
    ["a name that nobody sees", "names", { ...names, givenName: "\u200b\u3164" }, "givenName: required"],
    ["a reading in kanji", "names", { ...names, familyNameKana: "高橋" }, "familyNameKana: notKana"],
    ["a reading in Latin letters", "names", { ...names, givenNameKana: "kosaku" }, "givenNameKana: notKana"],
    ["a headline of 81 characters", "intro", { headline: "あ".repeat(81), about: null }, "headline: tooLong"],
    ["a story of 2,001", "intro", { headline: null, about: "あ".repeat(2001) }, "about: tooLong"],
    [
      "31 skills",
      "skills",
      { skills: Array.from({ length: 31 }, (_, index) => `s${index}`) },
      "skills: tooMany",
    ],
    [
      "six links",
      "links",
      { links: "abcdef".split("").map((a) => `https://${a}.example`) },
      "links: tooMany",
    ],
    ["a link that runs", "links", { links: ["javascript:alert(1)"] }, "links.0: notALink"],
    ["a link with a password", "links", { links: ["https://me:secret@example.com"] }, "links.0: notALink"],
    ["a link to nowhere", "links", { links: ["https://localhost"] }, "links.0: notALink"],
    ["a link of a file", "links", { links: ["data:text/html,x.y"] }, "links.0: notALink"],
    [
      "an address that is too long with its scheme",
      "links",
      { links: [`okaeri.example/${"a".repeat(283)}`] },
      "links.0: tooLong",
    ],
    ["a word instead of a link", "links", { links: ["なし"] }, "links.0: notALink"],
  ])("refuses %s at its field", (_, section, after, refusal) => {
    expect(fieldsOf(section, after)).toEqual([refusal]);
  });

  it.each<[string, string, object, object]>([
    [
      "kana of either kind and width",
      "names",
      { ...names, familyNameKana: "ﾀｶﾊｼ", givenNameKana: "コウサク" },
      { familyNameKana: "たかはし", givenNameKana: "こうさく" },
    ],
    [
      "spaces around, line ends within a line",
      "intro",
      { headline: "  杜氏\n見習い ", about: "一\r\n\r\n\r\n\r\n二\0" },
      { headline: "杜氏 見習い", about: "一\n\n二" },
    ],
    [
      "what shows nothing as nothing",
      "work",
      { employer: "\u200b", employerTitle: "", industry: null, work: "　" },
      { employer: null, employerTitle: null, industry: null, work: null },
    ],
    [
      "an address without its scheme",
      "links",
      { links: ["okaeri.example/a", "", "okaeri.example/a"] },
      { links: ["https://okaeri.example/a"] },
    ],
    [
      "a port that looks like a scheme",
      "links",
      { links: ["okaeri.example:8443/me"] },
      { links: ["https://okaeri.example:8443/me"] },
    ],
    ["a skill once", "skills", { skills: ["麹 ", "麹", ""] }, { skills: ["麹"] }],
  ])("keeps %s", (_, section, after, kept) => {
    expect(writtenSchema.parse({ section, before: after, after }).after).toMatchObject(kept);
  });

  it("shows to an audience that there is, and interest in being rehired not to colleagues alone", () => {
    for (const audiences of [
      { headline: "HR" },
      { headline: "MEMBER" },
      { rehire: "ALUMNI" },
      { rehire: "EMPLOYEES" },
    ])
      expect(visibilitySchema.safeParse({ audiences }).success, JSON.stringify(audiences)).toBe(false);
    expect(
      visibilitySchema.parse({ audiences: { headline: "ALUMNI", rehire: "HR" }, unlisted: true }),
    ).toEqual({
      audiences: { headline: "ALUMNI", rehire: "HR" },
      unlisted: true,
    });
  });
});

describe("what somebody held besides", () => {
  const held = (department: string, from: string, until: string | null = null) => ({
    department,
    title: null,
    from,
    until,
  });
  const write = (positions: ReturnType<typeof held>[]) => {
    const written = writtenSchema.parse({
      section: "career",
      before: sections.career,
      after: { positions },
    });
    return writeSection(owner, written);
  };

  it("is kept in the order of time, found by its department, and shown with the months", async () => {
    const [later, first] = [held("染付係", "2001-04", "2004-03"), held("藍甕係", "1995-04", "1996-03")];
    expect(await write([later, first])).toMatchObject({ written: true });
    expect((await findPerson(other, owner.memberId)).positions).toEqual([first, later]);
    expect(await found("藍甕係")).toEqual([owner.memberId]);
    const { people } = await listDirectory(other, directoryQuerySchema.parse({ department: "染付係" }));
    expect(people.map(({ memberId }) => memberId)).toEqual([owner.memberId]);
    ({ sections } = await findOwnProfile(owner));
    await write([]);
  });

  it("is within their time here, and in order", async () => {
    const refused = await write([
      held("染付係", "2020-04", "2025-03"),
      held("染付係", "1980-04", "1990-03"),
    ]).catch((error: unknown) => error);
    // By their places as they were sent.
    expect(refused).toEqual(
      new Invalid({ "after.positions.0.until": "outside", "after.positions.1.from": "outside" }),
    );
    const parsed = writtenSchema.safeParse({
      section: "career",
      before: null,
      after: { positions: [held("染付係", "2004-04", "2003-03")] },
    });
    expect(parsed.error?.issues).toMatchObject([
      { path: ["after", "positions", 0, "until"], message: "order" },
    ]);
  });

  it("is for HR what it is for employees: departments by the one choice, months by the other", async () => {
    const hr = await viewerOf(database, "yuki", "aoba");
    await write([held("染付係", "2001-04"), held("藍甕係", "1995-04"), held("藍甕係", "1990-04", "1991-03")]);
    await saveVisibility(owner, { audiences: { tenure: "ALUMNI" } });
    const hidden = { title: null, from: null, until: null };
    expect((await findPerson(hr, owner.memberId)).positions).toEqual([
      { department: "染付係", ...hidden },
      { department: "藍甕係", ...hidden },
    ]);
    await saveVisibility(owner, { audiences: { department: "ALUMNI" } });
    const seen = await findPerson(hr, owner.memberId);
    expect(seen).toMatchObject({ department: "品質保証部", joinedOn: "1989-04-01", positions: [] });
    await saveVisibility(owner, { audiences: { tenure: "EVERYONE", department: "EVERYONE" } });
    ({ sections } = await findOwnProfile(owner));
    await write([]);
  });
});
