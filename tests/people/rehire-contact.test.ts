// Interest in being rehired, shown to one employee alone: the ways by which somebody else could be told of it, and what ends it.
import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { findPeople } from "#lib/chat/people.ts";
import { Invalid } from "#lib/errors.ts";
import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { findReaders } from "#lib/feed/readers.ts";
import { leaveCompany } from "#lib/leaving/leaving.ts";
import type { ViewerKind } from "#lib/people/audiences.ts";
import { listChoices, listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { visibilitySchema } from "#lib/people/input.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { findOwnPageAs, findPerson } from "#lib/people/people.ts";
import { findContacts } from "#lib/people/rehire-contacts.ts";
import { listSavedSearches, openSearch, saveSearch, watchSearch } from "#lib/people/saved-searches.ts";
import { lookAtSearches } from "#lib/people/search-news.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import { addNewcomer } from "./newcomers.ts";

const database = openTestDatabase();
let owner: Viewer;
let contact: Viewer;
let hr: Viewer;
let boss: Viewer;
let alumna: Viewer;
let others: Record<string, Viewer>;

beforeEach(async () => {
  owner = await viewerOf(database, "kosaku", "aoba");
  contact = await viewerOf(database, "sakura", "aoba");
  hr = await viewerOf(database, "yuki", "aoba");
  boss = await viewerOf(database, "koji", "aoba");
  alumna = await viewerOf(database, "chinatsu", "aoba");
  // Another employee, who is of HR otherwise.
  await database.asOwner("UPDATE members SET role = 'MEMBER' WHERE id = $1", [boss.memberId]);
  boss = await viewerOf(database, "koji", "aoba");
  others = { "another employee": boss, HR: hr, "another alumnus": alumna };
  await database.asOwner("DELETE FROM feed_events WHERE kind = 'CHANGED'");
  await write(null);
  await name(contact);
  await write("週に二日ほどなら");
});

const name = ({ memberId }: { memberId: string }) =>
  saveVisibility(owner, { audiences: { rehire: "CONTACT" }, rehireContact: memberId });
/** Says that they would come back, with a line; null: that they would not. */
async function write(note: string | null): Promise<void> {
  const { sections } = await findOwnProfile(owner);
  const kept = sections.purposes.purposes.filter(({ purpose }) => purpose !== "REHIRE");
  const purposes = note ? [{ purpose: "REHIRE" as const, note }, ...kept] : kept;
  await writeSection(owner, { section: "purposes", before: sections.purposes, after: { purposes } });
}
const rehireFor = async (viewer: Viewer) =>
  (await findPerson(viewer, owner.memberId)).purposes.filter(({ purpose }) => purpose === "REHIRE");
const shown = [{ purpose: "REHIRE", note: "週に二日ほどなら" }];
/** What a viewer is answered, before and after the owner says that they would not come back. */
async function isTheSame(ask: () => Promise<unknown>): Promise<void> {
  const before = JSON.stringify(await ask());
  await write(null);
  const after = JSON.stringify(await ask());
  await write("週に二日ほどなら");
  expect(after).toBe(before);
}
const ask = (viewer: Viewer, query: object) => listDirectory(viewer, directoryQuerySchema.parse(query));

describe("whom somebody names alone sees that they would come back", () => {
  it("on their page, with the line about it", async () => {
    expect(await rehireFor(contact)).toEqual(shown);
  });

  it("also where that is somebody of HR, and the rest of HR not", async () => {
    await name(hr);
    expect(await rehireFor(hr)).toEqual(shown);
    expect(await rehireFor(contact)).toEqual([]);
    await database.asOwner("UPDATE members SET role = 'OWNER' WHERE id = $1", [boss.memberId]);
    expect(await rehireFor(await viewerOf(database, "koji", "aoba"))).toEqual([]);
  });

  it("in the feed, in a line of their own, pushed to them alone", async () => {
    const told = async (viewer: Viewer) => {
      const { lines } = await listFeed(viewer, feedLoaders, undefined);
      return lines.flatMap((line) => (line.kind === "CHANGED" ? [line.parts] : []));
    };
    expect(await told(contact)).toEqual([["purposes"]]);
    for (const [who, viewer] of Object.entries(others)) expect(await told(viewer), who).toEqual([]);
    const [line] = await database.asOwner<{ id: string }>(
      "SELECT id FROM feed_events WHERE kind = 'CHANGED'",
    );
    const asked = { companyId: owner.companyId, eventId: line?.id ?? "", giver: null };
    expect(await findReaders(asked)).toMatchObject({ reader: contact.memberId });
    await write(null);
    expect(await told(contact)).toEqual([]);
    await write("週に三日なら");
    expect(await told(contact)).toEqual([["purposes"]]);
    await name(contact);
    expect(await told(contact)).toEqual([["purposes"]]);
    await name(hr);
    expect(await told(contact)).toEqual([]);
    expect(await database.asOwner("SELECT 1 FROM feed_events WHERE reader_id IS NOT NULL")).toEqual([]);
  });
});

describe("nobody else is told of it", () => {
  it("on their page: another employee, HR, another alumnus", async () => {
    for (const [who, viewer] of Object.entries(others)) {
      expect(await rehireFor(viewer), who).toEqual([]);
      await isTheSame(() => findPerson(viewer, owner.memberId));
    }
  });

  it("by the text that a search looks in, nor does the one who sees it find it so", async () => {
    const docs = () =>
      database.asOwner(
        "SELECT viewer_kind, doc, facets, changed_at, seen FROM search_docs WHERE member_id = $1 ORDER BY 1",
        [owner.memberId],
      );
    await isTheSame(docs);
    for (const viewer of [contact, ...Object.values(others)]) {
      await isTheSame(() => ask(viewer, { q: "週に二日" }));
      await isTheSame(() => findPeople(viewer, "また働くこと"));
      await isTheSame(() => ask(viewer, { open: "REHIRE", q: "髙橋" }));
      await isTheSame(() => ask(viewer, { sort: "changed" }));
    }
  });

  it("by the count beside a choice", async () => {
    for (const viewer of [contact, ...Object.values(others)])
      for (const query of [{}, { q: "髙橋" }])
        await isTheSame(() => listChoices(viewer, directoryQuerySchema.parse(query), "open", ""));
  });

  it("by a saved search", async () => {
    for (const viewer of [contact, ...Object.values(others)]) {
      const searches = await saveSearch(viewer, { name: "また", query: "open=REHIRE&q=髙橋" });
      const id = searches.at(-1)?.id ?? "";
      await watchSearch(viewer, { id, watched: true });
      await lookAtSearches();
      await openSearch(viewer, { id });
      await write(null);
      await write("週に二日ほどなら");
      await database.asOwner("UPDATE saved_searches SET look_after = now()");
      await lookAtSearches();
      expect((await listSavedSearches(viewer)).find((one) => one.id === id)?.news).toBe(0);
    }
  });

  it("by the socket, nor by a count of new lines", async () => {
    for (const viewer of Object.values(others)) await isTheSame(() => countNewLines(viewer, undefined));
    const lines = await database.asOwner<{ id: string; reader_id: string | null }>(
      "SELECT id, reader_id FROM feed_events WHERE member_id = $1 AND kind = 'CHANGED'",
      [owner.memberId],
    );
    expect(lines.map(({ reader_id }) => reader_id)).toEqual([contact.memberId]);
    for (const viewer of Object.values(others))
      expect(
        await database.asViewer(viewer, "SELECT 1 FROM feed_events WHERE reader_id IS NOT NULL"),
      ).toEqual([]);
  });

  it("by what HR takes out of all that it sees", async () => {
    const all = () =>
      database.asViewer(hr, "SELECT * FROM visible_profiles WHERE member_id = $1", [owner.memberId]);
    await isTheSame(all);
    expect(await all()).toMatchObject([{ rehire: false, rehire_audience: null }]);
    for (const statement of ["SELECT * FROM rehire_contacts", "SELECT * FROM profiles"])
      await expect(database.asViewer(hr, statement)).rejects.toThrow("permission denied");
    const named = `SELECT is_rehire_contact(app_company_id(), '${owner.memberId}', '${contact.memberId}') AS named`;
    expect(await database.asViewer(hr, named)).toEqual([{ named: false }]);
    expect(await database.asViewer(contact, named)).toEqual([{ named: true }]);
  });

  it("where one looks at one's own page as others see it, but as the one whom one named", async () => {
    for (const kind of ["ALUMNUS", "EMPLOYEE", "HR"] satisfies ViewerKind[]) {
      const { person, contact: named } = await findOwnPageAs(owner, kind);
      expect(
        person?.purposes.map(({ purpose }) => purpose),
        kind,
      ).not.toContain("REHIRE");
      expect(named).toBe(true);
    }
    const { person } = await findOwnPageAs(owner, "CONTACT");
    expect({ ...person, isViewer: false }).toEqual({
      ...(await findPerson(contact, owner.memberId)),
      beside: null,
      overlap: null,
    });
  });
});

describe("it is closed at once, falls to nobody else and does not come back", () => {
  async function isClosed(): Promise<void> {
    const { audiences, rehireContact } = await findOwnProfile(owner);
    expect({ audience: audiences.rehire, rehireContact }).toEqual({
      audience: "CONTACT",
      rehireContact: null,
    });
    for (const viewer of Object.values(others)) expect(await rehireFor(viewer)).toEqual([]);
    expect(await findOwnPageAs(owner, "CONTACT")).toEqual({ person: null, contact: false });
    expect(await database.asOwner("SELECT 1 FROM feed_events WHERE reader_id IS NOT NULL")).toEqual([]);
  }
  const set = (table: string, column: string, value: string) =>
    database.asOwner(
      `UPDATE ${table} SET ${column} = ${value} WHERE ${table === "members" ? "id" : "member_id"} = $1`,
      [contact.memberId],
    );

  it("when the owner blocks them, or is blocked", async () => {
    for (const [blocker, other] of [
      [owner, contact],
      [contact, owner],
    ] as const) {
      await name(contact);
      await blockMember(blocker, other.memberId);
      await isClosed();
      await unblockMember(blocker, other.memberId);
      await isClosed();
      expect(await rehireFor(contact)).toEqual([]);
    }
  });

  it("when they do not want to be listed any more", async () => {
    await saveVisibility(contact, { unlisted: true });
    await isClosed();
    await saveVisibility(contact, { unlisted: false });
    await isClosed();
    expect(await rehireFor(contact)).toEqual([]);
  });

  it.each([
    ["are suspended", "status", "'SUSPENDED'", "'ACTIVE'"],
    ["work here no more", "kind", "'ALUMNUS'", "'EMPLOYEE'"],
  ])("when they %s", async (_, column, changed, before) => {
    await set("members", column, changed);
    await isClosed();
    await set("members", column, before);
    await isClosed();
    expect(await rehireFor(contact)).toEqual([]);
  });

  it("when another audience is chosen, which names nobody", async () => {
    await saveVisibility(owner, { audiences: { rehire: "NOBODY" } });
    expect(await rehireFor(contact)).toEqual([]);
    expect(await database.asOwner("SELECT 1 FROM rehire_contacts")).toEqual([]);
  });

  it("when they leave", async () => {
    const { memberId } = await addNewcomer(database, "aoba", { ...somebody, kind: "EMPLOYEE" });
    await name({ memberId });
    await database.asOwner("UPDATE members SET status = 'LEFT', user_id = NULL WHERE id = $1", [memberId]);
    await isClosed();
  });
});

const somebody = { familyName: "柚木", givenName: "蛍", familyNameKana: "ゆのき", givenNameKana: "ほたる" };

describe("who can be named", () => {
  it("is an employee whom the directory lists and no block parts from the owner; nothing changes otherwise", async () => {
    const unlisted = await addNewcomer(database, "aoba", { ...somebody, kind: "EMPLOYEE" });
    await database.asOwner("UPDATE profiles SET unlisted = true, listed = NULL WHERE member_id = $1", [
      unlisted.memberId,
    ]);
    const invited = await addNewcomer(database, "aoba", { ...somebody, kind: "EMPLOYEE", status: "INVITED" });
    await blockMember(hr, owner.memberId);
    const elsewhere = await memberIdOf(database, "hannah", "larkfield");
    for (const memberId of [
      alumna.memberId,
      owner.memberId,
      unlisted.memberId,
      invited.memberId,
      hr.memberId,
      elsewhere,
    ])
      await expect(name({ memberId })).rejects.toThrow(Invalid);
    await unblockMember(hr, owner.memberId);
    expect((await findOwnProfile(owner)).rehireContact).toEqual({
      memberId: contact.memberId,
      displayName: "大野 さくら",
    });
    expect(await rehireFor(contact)).toEqual(shown);
  });

  it("has to be said", () => {
    const parsed = visibilitySchema.safeParse({ audiences: { rehire: "CONTACT" } });
    expect(parsed.error?.issues).toMatchObject([{ path: ["rehireContact"], message: "required" }]);
    // What was named and another choice have come together: the choice holds.
    expect(
      visibilitySchema.safeParse({ audiences: { rehire: "NOBODY" }, rehireContact: owner.memberId }).success,
    ).toBe(true);
  });

  it("is found by words, as far as the owner finds them", async () => {
    const found = async (q: string) =>
      (await findContacts(owner, { q })).people.map(({ memberId }) => memberId);
    expect(await found("おおの さくら")).toContain(contact.memberId);
    expect(await found("高橋 千夏")).not.toContain(alumna.memberId);
    expect(await found("")).toEqual([]);
    await saveVisibility(contact, { unlisted: true });
    expect(await found("おおの さくら")).not.toContain(contact.memberId);
    await saveVisibility(contact, { unlisted: false });
    await blockMember(contact, owner.memberId);
    expect(await found("おおの さくら")).not.toContain(contact.memberId);
    await unblockMember(contact, owner.memberId);
    expect(
      (await findContacts(contact, { q: "おおの さくら" })).people.map(({ memberId }) => memberId),
    ).not.toContain(contact.memberId);
  });
});

it("the row of one who leaves goes with them, whichever of the two they are", async () => {
  await leaveCompany(contact);
  expect(await database.asOwner("SELECT 1 FROM rehire_contacts")).toEqual([]);
  expect(await findOwnProfile(owner)).toMatchObject({
    audiences: { rehire: "CONTACT" },
    rehireContact: null,
  });
  await name(hr);
  await leaveCompany(owner);
  expect(await database.asOwner("SELECT 1 FROM rehire_contacts")).toEqual([]);
});
