import { describe, expect, it } from "vitest";
import { NotFound } from "#lib/errors.ts";
import { listFeed } from "#lib/feed/lines.ts";
import { endWelcome, joinNetwork } from "#lib/joining/joining.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, signIn, viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();

const feedLinesOf = (memberId: string) =>
  database.asOwner("SELECT id FROM feed_events WHERE member_id = $1", [memberId]);
const memberOf = async (memberId: string) =>
  (await database.asOwner("SELECT status, joined_at FROM members WHERE id = $1", [memberId]))[0];
const inviteAgain = async (memberId: string) => {
  await database.asOwner("DELETE FROM feed_events WHERE member_id = $1", [memberId]);
  await database.asOwner("DELETE FROM search_docs WHERE member_id = $1", [memberId]);
  await database.asOwner(
    "UPDATE members SET status = 'INVITED', joined_at = NULL, welcomed_at = NULL WHERE id = $1",
    [memberId],
  );
};
const find = async (words: string) =>
  (await listDirectory(await viewerOf(database, "sakura", "aoba"), directoryQuerySchema.parse({ q: words })))
    .people;
const newest = async () =>
  (await listFeed(await viewerOf(database, "sakura", "aoba"), feedLoaders, undefined)).lines[0];

describe("somebody who was invited", () => {
  it("joins, and is found and told of once they are welcomed", async () => {
    const { account } = await signIn(database, "shiori");
    const memberId = await memberIdOf(database, "shiori", "aoba");
    await inviteAgain(memberId);
    await joinNetwork(account, "aoba");
    expect(await memberOf(memberId)).toMatchObject({ status: "ACTIVE", joined_at: expect.any(Date) });
    expect(await find("みやもとしおり")).toEqual([]);
    expect(await feedLinesOf(memberId)).toEqual([]);

    await endWelcome(await viewerOf(database, "shiori", "aoba"), { listed: true });
    expect(await newest()).toMatchObject({ kind: "JOINED", person: { memberId } });
    expect(await find("みやもとしおり")).toMatchObject([{ memberId }]);
  });

  it("who does not want to be listed is not", async () => {
    const { account } = await signIn(database, "shiori");
    const memberId = await memberIdOf(database, "shiori", "aoba");
    await inviteAgain(memberId);
    await joinNetwork(account, "aoba");
    await endWelcome(await viewerOf(database, "shiori", "aoba"), { listed: false });
    expect(await find("みやもとしおり")).toEqual([]);
    expect(await newest()).not.toMatchObject({ person: { memberId } });
  });

  it("is welcomed once, whatever is pressed at the same moment", async () => {
    const { account } = await signIn(database, "shiori");
    const memberId = await memberIdOf(database, "shiori", "aoba");
    await inviteAgain(memberId);
    await joinNetwork(account, "aoba");
    const shiori = await viewerOf(database, "shiori", "aoba");
    await Promise.all([1, 2, 3].map(() => endWelcome(shiori, { listed: true })));
    expect(await feedLinesOf(memberId)).toHaveLength(1);
  });

  it("who joins again changes nothing", async () => {
    const { account } = await signIn(database, "shiori");
    const memberId = await memberIdOf(database, "shiori", "aoba");
    const before = await memberOf(memberId);
    await joinNetwork(account, "aoba");
    expect(await memberOf(memberId)).toEqual(before);
    expect(await feedLinesOf(memberId)).toHaveLength(1);
  });

  it("who presses five times at once joins once", async () => {
    const { account } = await signIn(database, "shiori");
    const memberId = await memberIdOf(database, "shiori", "aoba");
    await inviteAgain(memberId);
    await Promise.all([1, 2, 3, 4, 5].map(() => joinNetwork(account, "aoba")));
    expect(await memberOf(memberId)).toMatchObject({ status: "ACTIVE" });
  });
});

describe("nobody else", () => {
  it("who is suspended comes back by joining", async () => {
    const { account } = await signIn(database, "tsuyoshi");
    await expect(joinNetwork(account, "aoba")).rejects.toThrow(NotFound);
    const memberId = await memberIdOf(database, "tsuyoshi", "aoba");
    expect(await memberOf(memberId)).toMatchObject({ status: "SUSPENDED" });
  });

  it("joins a company that did not invite them, or that does not exist", async () => {
    const { account } = await signIn(database, "shiori");
    await expect(joinNetwork(account, "larkfield")).rejects.toThrow(NotFound);
    await expect(joinNetwork(account, "nowhere")).rejects.toThrow(NotFound);
  });

  it("joins a company that is suspended", async () => {
    const { account } = await signIn(database, "shiori");
    await inviteAgain(await memberIdOf(database, "shiori", "aoba"));
    await database.asOwner("UPDATE companies SET status = 'SUSPENDED' WHERE slug = 'aoba'");
    await expect(joinNetwork(account, "aoba")).rejects.toThrow(NotFound);
    await database.asOwner("UPDATE companies SET status = 'ACTIVE' WHERE slug = 'aoba'");
  });
});
