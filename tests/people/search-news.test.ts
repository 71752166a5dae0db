import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { saveChatPreferences } from "#lib/chat/preferences.ts";
import { mailDueDigests } from "#lib/notifications/digests.ts";
import { stopMails, stopToken } from "#lib/notifications/stopping.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import {
  listSavedSearches,
  openSearch,
  removeSavedSearch,
  saveSearch,
  watchSearch,
} from "#lib/people/saved-searches.ts";
import { lookAtSearches } from "#lib/people/search-news.ts";
import { notificationSources } from "#lib/registry/notifications.ts";
import { settle } from "#tests/chat/callers.ts";
import { addNewcomer } from "#tests/people/newcomers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let sakura: Viewer;
let kosaku: Viewer;
let chinatsu: Viewer;
let yuki: Viewer;
let searchId: string;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  kosaku = await viewerOf(database, "kosaku", "aoba");
  chinatsu = await viewerOf(database, "chinatsu", "aoba");
  yuki = await viewerOf(database, "yuki", "aoba");
  // What the sample world has to tell is not of this test.
  await settle(database);
  await database.asOwner("UPDATE search_docs SET changed_at = now() - interval '30 days'");
});
beforeEach(async () => {
  for (const table of ["saved_searches", "chat_preferences", "chat_blocks", "mails", "notifications"])
    await database.asOwner(`DELETE FROM ${table}`);
  for (const viewer of [kosaku, chinatsu, yuki]) {
    await writeSkills(viewer, []);
    await saveVisibility(viewer, { audiences: { skills: "EVERYONE" }, unlisted: false });
  }
  await passForProfiles("30 days");
  const [search] = await saveSearch(sakura, { name: "藍染の人", query: "skill=%E8%97%8D%E6%9F%93" });
  searchId = search?.id ?? "";
});

async function writeSkills(viewer: Viewer, skills: string[]): Promise<void> {
  const { sections } = await findOwnProfile(viewer);
  await writeSection(viewer, { section: "skills", before: sections.skills, after: { skills } });
}
const dye = (viewer: Viewer) => writeSkills(viewer, ["藍染"]);
const watch = () => watchSearch(sakura, { id: searchId, watched: true });

/** As if so much time had gone since all that was looked at, found and told; changes of profiles stay before the last look or after it. */
async function pass(time: string): Promise<void> {
  await database.asOwner(
    `UPDATE saved_searches SET look_after = look_after - $1::interval, looked_at = looked_at - $1::interval,
      opened_at = opened_at - $1::interval, told_at = told_at - $1::interval`,
    [time],
  );
  await database.asOwner("UPDATE saved_search_people SET found_at = found_at - $1::interval", [time]);
  await passForProfiles(time);
}
async function passForProfiles(time: string): Promise<void> {
  await database.asOwner(
    "UPDATE search_docs SET changed_at = changed_at - $1::interval WHERE member_id = ANY ($2)",
    [time, [kosaku, chinatsu, yuki].map(({ memberId }) => memberId)],
  );
}
async function round(): Promise<void> {
  await pass("11 minutes");
  await lookAtSearches();
}
async function mails() {
  await pass("16 minutes");
  await mailDueDigests(notificationSources);
  return database.asOwner<{ to: string; subject: string; text: string }>(
    `DELETE FROM mails RETURNING "to", subject, text`,
  );
}
const news = async () => (await listSavedSearches(sakura)).map((search) => search.news);

test("nothing is told that was not asked for, and who matched before is nobody new", async () => {
  await dye(kosaku);
  await round();
  expect(await mails()).toEqual([]);
  await pass("1 hour");
  expect(await watch()).toMatchObject([{ notice: "mail", news: 0 }]);
  await round();
  expect(await news()).toEqual([0]);
  expect(await mails()).toEqual([]);
});

test("who matches anew is told of once, by name, at a place where they count as seen", async () => {
  await watch();
  await pass("1 hour");
  await dye(kosaku);
  await round();
  expect(await news()).toEqual([1]);
  const [mail, ...others] = await mails();
  expect(others).toEqual([]);
  expect(mail).toMatchObject({
    to: "sakura@example.com",
    subject: "「藍染の人」に新しく当てはまる人：髙橋 耕作さん",
  });
  expect(mail?.text).toContain(`/c/aoba/directory/saved/${searchId}`);
  expect(await news()).toEqual([1]);
  expect(await openSearch(sakura, { id: searchId })).toBe("skill=%E8%97%8D%E6%9F%93");
  expect(await news()).toEqual([0]);
  // Not a second time, also who stopped and began again.
  await pass("3 days");
  await writeSkills(kosaku, []);
  await round();
  await dye(kosaku);
  await round();
  expect(await mails()).toEqual([]);
  expect(await news()).toEqual([0]);
});

test("who comes into the network is somebody new, and who looks does not tell oneself", async () => {
  const name = { familyName: "藍", givenName: "子", familyNameKana: "あい", givenNameKana: "こ" };
  const { memberId } = await addNewcomer(database, "aoba", {
    ...name,
    preferredName: null,
    formerFamilyName: null,
    formerFamilyNameKana: null,
    status: "INVITED",
    department: "染色部",
  });
  await database.asOwner(
    "UPDATE search_docs SET changed_at = now() - interval '30 days' WHERE member_id = $1",
    [memberId],
  );
  const [, dyers] = await saveSearch(sakura, {
    name: "染色部の人",
    query: "department=%E6%9F%93%E8%89%B2%E9%83%A8",
  });
  await watchSearch(sakura, { id: dyers?.id ?? "", watched: true });
  await watch();
  await pass("1 hour");
  await writeSkills(sakura, ["藍染"]);
  await round();
  expect(await news()).toEqual([0, 0]);
  await database.asOwner("UPDATE members SET status = 'ACTIVE', joined_at = now() WHERE id = $1", [memberId]);
  await round();
  expect(await news()).toEqual([0, 1]);
  expect((await mails())[0]?.subject).toBe("「染色部の人」に新しく当てはまる人：藍 子さん");
});

test("one notice a day; three are named, the rest is a number", async () => {
  await watch();
  await pass("1 hour");
  await dye(kosaku);
  await round();
  expect(await mails()).toHaveLength(1);
  await dye(chinatsu);
  await round();
  await dye(yuki);
  await round();
  expect(await mails()).toEqual([]);
  await pass("24 hours");
  const [mail] = await mails();
  expect(mail?.subject).toBe("「藍染の人」に新しく当てはまる人：小川 由紀さん、高橋 千夏さん");
});

test("who is hidden, parted or gone between finding and telling is not told of, and not later", async () => {
  await watch();
  await pass("1 hour");
  for (const viewer of [kosaku, chinatsu, yuki]) await dye(viewer);
  await round();
  await saveVisibility(kosaku, { audiences: { skills: "ALUMNI" } });
  await blockMember(chinatsu, sakura.memberId);
  await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [yuki.memberId]);
  expect(await news()).toEqual([0]);
  expect(await mails()).toEqual([]);
  await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [yuki.memberId]);
  await unblockMember(chinatsu, sakura.memberId);
  await saveVisibility(kosaku, { audiences: { skills: "EVERYONE" } });
  await round();
  expect(await mails()).toEqual([]);
});

test("what is hidden from one tells one nothing: neither a field, nor a block that ends, nor being listed again", async () => {
  await saveVisibility(kosaku, { audiences: { skills: "ALUMNI" } });
  await blockMember(chinatsu, sakura.memberId);
  await saveVisibility(yuki, { unlisted: true });
  await dye(chinatsu);
  await dye(yuki);
  await pass("1 hour");
  await watch();
  await pass("1 hour");
  await dye(kosaku);
  await unblockMember(chinatsu, sakura.memberId);
  await saveVisibility(yuki, { unlisted: false });
  await round();
  expect(await news()).toEqual([0]);
  expect(await mails()).toEqual([]);
  // What is shown tells.
  await saveVisibility(kosaku, { audiences: { skills: "EVERYONE" } });
  await round();
  expect(await news()).toEqual([1]);
});

test("no mail to who wants none, stops them by its address, or may not be here", async () => {
  await watch();
  await pass("1 hour");
  await dye(kosaku);
  await round();
  await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [sakura.memberId]);
  expect(await mails()).toEqual([]);
  await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [sakura.memberId]);
  await stopMails(notificationSources, stopToken(sakura));
  expect(await listSavedSearches(sakura)).toMatchObject([{ notice: "list", news: 1 }]);
  await database.asOwner("DELETE FROM notifications");
  expect(await mails()).toEqual([]);
  await saveChatPreferences(sakura, { mailAfterMinutes: 15 });
  expect(await mails()).toHaveLength(1);
});

test("a search that is taken away, or no more watched, tells nothing", async () => {
  await watch();
  await pass("1 hour");
  await dye(kosaku);
  await round();
  expect(await watchSearch(sakura, { id: searchId, watched: false })).toMatchObject([
    { notice: null, news: 0 },
  ]);
  expect(await mails()).toEqual([]);
  await watch();
  await pass("1 hour");
  await dye(chinatsu);
  await round();
  await removeSavedSearch(sakura, { id: searchId });
  expect(await mails()).toEqual([]);
  expect(await database.asOwner("SELECT FROM saved_search_people")).toEqual([]);
});

test("a search of more people than can be kept is not watched, and tells nothing while it is one", async () => {
  await database.asOwner(
    "UPDATE saved_searches SET look_after = now() - interval '1 day', too_wide = true, looked_at = now() - interval '1 day'",
  );
  await dye(kosaku);
  expect(await listSavedSearches(sakura)).toMatchObject([{ notice: "tooWide", news: 0 }]);
  // It has become narrow enough.
  await lookAtSearches();
  expect(await listSavedSearches(sakura)).toMatchObject([{ notice: "mail", news: 1 }]);
});

test("nobody watches or opens another's search", async () => {
  await expect(watchSearch(kosaku, { id: searchId, watched: true })).rejects.toThrow();
  await expect(openSearch(kosaku, { id: searchId })).rejects.toThrow();
});
