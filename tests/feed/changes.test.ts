import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { countNewLines, listFeed } from "#lib/feed/lines.ts";
import { newLinesSchema } from "#lib/feed/schema.ts";
import { tellChanges } from "#lib/people/changes.ts";
import { type Sections, writtenSchema } from "#lib/people/input.ts";
import { findOwnProfile, saveVisibility, writeSection } from "#lib/people/own-profile.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();
let kosaku: Viewer;
let chinatsu: Viewer;
let sakura: Viewer;
let yuki: Viewer;

beforeEach(async () => {
  kosaku = await viewerOf(database, "kosaku", "aoba");
  chinatsu = await viewerOf(database, "chinatsu", "aoba");
  sakura = await viewerOf(database, "sakura", "aoba");
  yuki = await viewerOf(database, "yuki", "aoba");
  await database.asOwner("DELETE FROM feed_events WHERE kind = 'CHANGED'");
  await database.asOwner(
    "UPDATE profiles SET area = NULL, skills = '{}', employer = NULL WHERE member_id = $1",
    [kosaku.memberId],
  );
  await saveVisibility(kosaku, {
    audiences: {
      headline: "EVERYONE",
      skills: "EVERYONE",
      area: "EVERYONE",
      work: "NOBODY",
      rehire: "NOBODY",
    },
    unlisted: false,
  });
});

async function write<Section extends keyof Sections>(
  section: Section,
  after: Sections[Section],
): Promise<void> {
  const { sections } = await findOwnProfile(kosaku);
  const written = writtenSchema.parse({ section, before: sections[section], after });
  expect((await writeSection(kosaku, written)).written).toBe(true);
}

/** What the feed of a viewer tells of Kosaku's profile, the newest first. */
async function toldTo(viewer: Viewer) {
  const { lines } = await listFeed(viewer, feedLoaders, undefined);
  return lines.flatMap((line) =>
    line.kind === "CHANGED" && line.person.memberId === kosaku.memberId ? [line.parts] : [],
  );
}

const age = (interval: string) =>
  database.asOwner(`UPDATE feed_events SET occurred_at = now() - $1::interval WHERE kind = 'CHANGED'`, [
    interval,
  ]);

describe("a profile that changed", () => {
  it("is one line of all that changed within an hour, which stands where the first of it did", async () => {
    await write("skills", { skills: ["藍染"] });
    const first = await listFeed(sakura, feedLoaders, undefined);
    await write("skills", { skills: ["藍染め"] });
    await write("area", { area: "徳島県" });
    expect(await toldTo(sakura)).toEqual([["area", "skills"]]);
    expect((await listFeed(sakura, feedLoaders, undefined)).newest).toBe(first.newest);
    await age("59 minutes 50 seconds");
    await write("area", { area: "香川県" });
    expect(await toldTo(sakura)).toHaveLength(1);
    await age("60 minutes 10 seconds");
    await write("skills", { skills: ["織り"] });
    expect(await toldTo(sakura)).toEqual([["skills"], ["area", "skills"]]);
  });

  it("is told of as far as each reader sees it, and to nobody of whom all of it is hidden", async () => {
    await saveVisibility(kosaku, { audiences: { skills: "EMPLOYEES", area: "ALUMNI", work: "NOBODY" } });
    await write("skills", { skills: ["藍染"] });
    await write("work", { employer: "藍染工房", employerTitle: null, industry: null, work: null });
    expect(await toldTo(sakura)).toEqual([["skills"]]);
    expect(await toldTo(yuki)).toEqual([["skills"]]);
    expect(await toldTo(chinatsu)).toEqual([]);
    const { newest } = await listFeed(chinatsu, feedLoaders, undefined);
    await write("skills", { skills: ["織り"] });
    expect(await countNewLines(chinatsu, newLinesSchema.parse({ after: newest ?? undefined }).after)).toBe(0);
    await write("area", { area: "徳島県" });
    expect(await toldTo(chinatsu)).toEqual([["area"]]);
    expect(await toldTo(sakura)).toEqual([["skills"]]);
  });

  it("is the same line for a reader, whatever of it is hidden from them changed before, or how often", async () => {
    await saveVisibility(kosaku, { audiences: { skills: "EMPLOYEES" } });
    await write("skills", { skills: ["藍染"] });
    await age("50 minutes");
    await write("area", { area: "徳島県" });
    const [line] = await database.asOwner<{ minutes: number }>(
      "SELECT extract(epoch FROM now() - occurred_at)::int / 60 AS minutes FROM feed_events WHERE kind = 'CHANGED' AND viewer_kind = 'ALUMNUS'",
    );
    expect(line?.minutes).toBe(0);
  });

  it("is no news when it is shown to more, and none any more to whom it is hidden", async () => {
    await saveVisibility(kosaku, { audiences: { skills: "NOBODY" } });
    await write("skills", { skills: ["藍染"] });
    await saveVisibility(kosaku, { audiences: { skills: "EVERYONE" } });
    expect(await toldTo(sakura)).toEqual([]);
    await write("skills", { skills: ["織り"] });
    await write("area", { area: "徳島県" });
    await saveVisibility(kosaku, { audiences: { skills: "NOBODY" } });
    expect(await toldTo(sakura)).toEqual([["area"]]);
    await saveVisibility(kosaku, { audiences: { skills: "EVERYONE", area: "NOBODY" } });
    expect(await toldTo(sakura)).toEqual([]);
  });

  it("shows nothing that is hidden by anybody, or empty by now", async () => {
    await write("skills", { skills: ["藍染"] });
    await database.asOwner("UPDATE profiles SET skills_audience = 'NOBODY' WHERE member_id = $1", [
      kosaku.memberId,
    ]);
    expect(await toldTo(sakura)).toEqual([]);
    await saveVisibility(kosaku, { audiences: { skills: "EVERYONE" } });
    expect(await toldTo(sakura)).toEqual([["skills"]]);
    await write("skills", { skills: [] });
    expect(await toldTo(sakura)).toEqual([]);
  });

  it("is not told to its owner, nor of a former name, nor while the directory does not list them", async () => {
    const { sections } = await findOwnProfile(kosaku);
    await write("names", { ...sections.names, formerFamilyName: "藍原" });
    expect(await toldTo(sakura)).toEqual([]);
    await write("names", { ...sections.names, formerFamilyName: "藍原", preferredName: "コウ" });
    expect(await toldTo(sakura)).toEqual([["names"]]);
    expect(await toldTo(kosaku)).toEqual([]);
    await saveVisibility(kosaku, { unlisted: true });
    await write("area", { area: "徳島県" });
    expect(await toldTo(sakura)).toEqual([]);
    await saveVisibility(kosaku, { unlisted: false });
    expect(await toldTo(sakura)).toEqual([["names"]]);
  });

  it("is told across no block", async () => {
    await write("area", { area: "徳島県" });
    await blockMember(kosaku, sakura.memberId);
    expect(await toldTo(sakura)).toEqual([]);
    expect(await toldTo(chinatsu)).toEqual([["area"]]);
    await unblockMember(kosaku, sakura.memberId);
    await blockMember(sakura, kosaku.memberId);
    expect(await toldTo(sakura)).toEqual([]);
    await unblockMember(sakura, kosaku.memberId);
  });

  it("is one line of two who write at once, and none of what fails", async () => {
    const { sections } = await findOwnProfile(kosaku);
    await Promise.all([
      writeSection(kosaku, { section: "area", before: sections.area, after: { area: "高知県" } }),
      writeSection(kosaku, { section: "skills", before: sections.skills, after: { skills: ["紙漉き"] } }),
    ]);
    expect(await toldTo(sakura)).toEqual([["area", "skills"]]);
    await database.asOwner("DELETE FROM feed_events WHERE kind = 'CHANGED'");
    const failing = withViewer(kosaku, async (tx) => {
      await tellChanges(tx, kosaku, [sections, { ...sections, area: { area: "月面" } }]);
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await toldTo(sakura)).toEqual([]);
  });
});
