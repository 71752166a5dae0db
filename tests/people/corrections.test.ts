// What members say about HR's record: who knows of it, what follows, and who decides.
import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { askedCorrectionSchema } from "#lib/people/correction-input.ts";
import { askCorrection, listOwnCorrections, takeBackCorrection } from "#lib/people/corrections.ts";
import {
  countCorrections,
  decideCorrection,
  listCorrections,
  listCorrectionsOf,
} from "#lib/people/decisions.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { findOwnProfile } from "#lib/people/own-profile.ts";
import { findPerson } from "#lib/people/people.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let owner: Viewer;
let employee: Viewer;
let hr: Viewer;
let otherHr: Viewer;

beforeEach(async () => {
  owner = await viewerOf(database, "kosaku", "aoba");
  employee = await viewerOf(database, "sakura", "aoba");
  hr = await viewerOf(database, "yuki", "aoba");
  otherHr = await viewerOf(database, "koji", "aoba");
  await database.asOwner("DELETE FROM corrections");
  await database.asOwner(
    "UPDATE profiles SET joined_on = '1989-04-01', left_on = '2021-06-30', department = '品質保証部' WHERE member_id = $1",
    [owner.memberId],
  );
});

const ask = (input: object, viewer = owner) =>
  askCorrection(viewer, askedCorrectionSchema.parse({ note: "辞令のとおり", ...input }));
const earlier = { field: "JOINED_ON", proposed: "1987-04" };

async function waitingId(viewer = owner): Promise<string> {
  const own = await listOwnCorrections(viewer);
  return own.find(({ status }) => status === "WAITING")?.id ?? "";
}
async function joinedIn(viewer: Viewer, joined: string): Promise<boolean> {
  const query = directoryQuerySchema.parse({ joined, q: "髙橋 耕作" });
  const { people } = await listDirectory(viewer, query);
  return people.some(({ memberId }) => memberId === owner.memberId);
}
const decide = (viewer: Viewer, id: string, confirm: boolean, answer: string | null = null) =>
  decideCorrection(viewer, { id, confirm, answer });

describe("a correction that waits", () => {
  it("is known to its owner and to HR, with both values and why", async () => {
    await ask(earlier);
    const asked = {
      field: "JOINED_ON",
      recorded: "1989-04-01",
      proposed: "1987-04-01",
      note: "辞令のとおり",
    };
    expect(await listOwnCorrections(owner)).toMatchObject([{ ...asked, status: "WAITING", decidedAt: null }]);
    expect(await listCorrections(hr)).toMatchObject({
      waiting: [{ ...asked, person: { memberId: owner.memberId }, decides: true }],
      decided: [],
    });
    expect(await listCorrectionsOf(hr, owner.memberId)).toHaveLength(1);
    expect(await countCorrections(hr)).toBe(1);
  });

  it("is nobody else's to see or to decide, and nothing follows from it", async () => {
    const before = await findPerson(employee, owner.memberId);
    await ask(earlier);
    expect(await findPerson(employee, owner.memberId)).toEqual(before);
    expect(await joinedIn(employee, "1987")).toBe(false);
    for (const viewer of [employee, owner]) {
      await expect(listCorrections(viewer)).rejects.toThrow(NotFound);
      await expect(decide(viewer, await waitingId(), true)).rejects.toThrow(NotFound);
      expect(await countCorrections(viewer)).toBe(0);
      expect(await listCorrectionsOf(viewer, owner.memberId)).toEqual([]);
    }
    const rows = await database.asViewer(employee, "SELECT FROM corrections");
    expect(rows).toEqual([]);
    expect(await database.asViewer(owner, "SELECT FROM corrections")).toHaveLength(1);
    expect(
      await database.asViewer(employee, "SELECT decide_correction($1, true, NULL) AS outcome", [
        await waitingId(),
      ]),
    ).toEqual([{ outcome: "gone" }]);
  });

  it("is taken back, or written anew, and then HR cannot decide about what it said", async () => {
    await ask(earlier);
    const first = await waitingId();
    await ask({ ...earlier, proposed: "1988-04" });
    expect(await listOwnCorrections(owner)).toMatchObject([{ proposed: "1988-04-01" }]);
    expect(await decide(hr, first, true)).toBe("gone");
    expect((await findOwnProfile(owner)).recorded.joinedOn).toBe("1989-04-01");
    await takeBackCorrection(owner, { id: await waitingId() });
    expect(await listOwnCorrections(owner)).toEqual([]);
    await expect(takeBackCorrection(owner, { id: first })).rejects.toThrow(NotFound);
  });

  it("says what it cannot be", async () => {
    const refused = async (input: object, proposed: string) =>
      expect(await ask(input).catch((error: unknown) => error)).toEqual(new Invalid({ proposed }));
    await refused({ field: "DEPARTMENT", proposed: "品質保証部" }, "same");
    await refused({ field: "JOINED_ON", proposed: "2022-01" }, "order");
    await ask({ field: "LEFT_ON", proposed: "1995-02" });
    await refused({ field: "JOINED_ON", proposed: "1996-01" }, "order");
    expect(await listOwnCorrections(owner)).toMatchObject([{ proposed: "1995-02-28" }]);
    // Nobody has left who is still here.
    await expect(ask({ field: "LEFT_ON", proposed: "2020-03" }, employee)).rejects.toThrow(Invalid);
    for (const input of [
      { field: "JOINED_ON", proposed: "2199-01" },
      { field: "LEFT_ON", proposed: "2199-01" },
      { field: "JOINED_ON", proposed: null },
      { field: "DEPARTMENT", proposed: " " },
      { field: "TITLE", proposed: "部長", note: "" },
    ])
      expect(askedCorrectionSchema.safeParse({ note: "辞令のとおり", ...input }).success).toBe(false);
  });
});

describe("HR", () => {
  it("confirms: the record, and what people are found by, follow, and both values are kept", async () => {
    await ask(earlier);
    expect(await decide(hr, await waitingId(), true)).toBe("decided");
    expect((await findOwnProfile(owner)).recorded.joinedOn).toBe("1987-04-01");
    expect(await joinedIn(employee, "1987")).toBe(true);
    expect(await joinedIn(employee, "1989")).toBe(false);
    expect(await listOwnCorrections(owner)).toMatchObject([
      { status: "CONFIRMED", recorded: "1989-04-01", proposed: "1987-04-01", decidedAt: expect.any(String) },
    ]);
    expect((await listCorrections(hr)).decided).toMatchObject([{ decidedBy: "小川 由紀" }]);
  });

  it("shows with it no more than its owner shows", async () => {
    await database.asOwner("UPDATE profiles SET tenure_audience = 'ALUMNI' WHERE member_id = $1", [
      owner.memberId,
    ]);
    await ask(earlier);
    await decide(hr, await waitingId(), true);
    expect(await joinedIn(employee, "1987")).toBe(false);
    expect(await joinedIn(hr, "1987")).toBe(true);
    await database.asOwner("UPDATE profiles SET tenure_audience = 'EVERYONE' WHERE member_id = $1", [
      owner.memberId,
    ]);
  });

  it("declines with a word, and nothing is recorded", async () => {
    await ask({ field: "TITLE", proposed: "本部長" });
    const { recorded } = await findOwnProfile(owner);
    expect(await decide(hr, await waitingId(), false, "辞令では課長でした")).toBe("decided");
    expect((await findOwnProfile(owner)).recorded).toEqual(recorded);
    expect(await listOwnCorrections(owner)).toMatchObject([
      { status: "DECLINED", proposed: "本部長", answer: "辞令では課長でした" },
    ]);
  });

  it("has decided: nobody takes back what was decided, nor decides it again", async () => {
    await ask({ field: "TITLE", proposed: "本部長" });
    const id = await waitingId();
    await decide(hr, id, false);
    await expect(takeBackCorrection(owner, { id })).rejects.toThrow(NotFound);
    expect(await decide(otherHr, id, true)).toBe("gone");
    expect(await listOwnCorrections(owner)).toMatchObject([{ status: "DECLINED" }]);
  });

  it("of two at once one decides, and the other is told", async () => {
    await ask(earlier);
    const id = await waitingId();
    const outcomes = await Promise.all([decide(hr, id, true), decide(otherHr, id, false)]);
    expect(outcomes.toSorted()).toEqual(["decided", "gone"]);
  });

  it("does not record that somebody left before they came", async () => {
    await ask(earlier);
    await database.asOwner("UPDATE profiles SET left_on = '1986-03-31' WHERE member_id = $1", [
      owner.memberId,
    ]);
    expect(await decide(hr, await waitingId(), true)).toBe("order");
    expect(await countCorrections(hr)).toBe(1);
  });

  it("decides about its own record only where there is nobody else", async () => {
    await ask({ field: "TITLE", proposed: "人事部長" }, hr);
    const id = await waitingId(hr);
    expect((await listCorrections(hr)).waiting).toMatchObject([{ decides: false }]);
    expect(await decide(hr, id, true)).toBe("own");
    const others = "company_id = $1 AND role <> 'MEMBER' AND id <> $2";
    await database.asOwner(`UPDATE members SET status = 'SUSPENDED' WHERE ${others}`, [
      hr.companyId,
      hr.memberId,
    ]);
    expect(await decide(hr, id, true)).toBe("decided");
    await database.asOwner(`UPDATE members SET status = 'ACTIVE' WHERE ${others}`, [
      hr.companyId,
      hr.memberId,
    ]);
  });

  it("reads and writes with its rights the texts of those alone whose correction it has just confirmed", async () => {
    await ask(earlier);
    const id = await waitingId();
    const read = () => database.asViewer(hr, "SELECT * FROM corrected_profile_as($1, 'ALUMNUS')", [id]);
    expect(await read()).toEqual([]);
    await decide(hr, id, true);
    expect(await read()).toEqual([]);
  });
});
