import { idAt } from "#lib/ids.ts";
import { type Audience, type ViewerKind, viewerKinds } from "#lib/people/audiences.ts";
import { people } from "#prisma/world.ts";
import { type Chance, makeChance } from "./chance.ts";
import type { FeedEventRow, Joined, PeopleRows } from "./people-rows.ts";
import { day, hour, usualTime } from "./times.ts";

type ReactionRow = { companyId: string; eventId: string; memberId: string; at: string };

/** How many joinings of each company somebody answered, and how many profiles have changed lately. */
const answered = 40;
const changed = 9;

/**
 * What happened in the feeds besides joinings: who said おかえり to whom, who has seen so, and whose profile has changed, for each kind of viewer who
 * sees it.
 */
export function makeWelcomes(rows: PeopleRows, joined: readonly Joined[], now: number) {
  const chance = makeChance("welcomes");
  const welcomes: { feedEvents: FeedEventRow[]; feedReactions: ReactionRow[] } = {
    feedEvents: [],
    feedReactions: [],
  };
  for (const { id: companyId } of rows.companies) {
    const here = joined.filter(({ row }) => row.companyId === companyId && row.status === "ACTIVE");
    const lines = rows.feedEvents
      .filter((line) => line.companyId === companyId)
      .toSorted((one, other) => (one.occurredAt < other.occurredAt ? 1 : -1));
    for (const line of lines.slice(0, answered))
      welcomes.feedReactions.push(...answersTo(line, here, now, chance));
    const unnamed = here.filter(
      ({ email, row }) => !named.has(email) && Date.parse(row.joinedAt ?? "") < now - 30 * day,
    );
    for (const one of chance.picks(unnamed, changed))
      welcomes.feedEvents.push(...changeOf(one, rows, now, chance));
  }
  const receivers = new Map(
    rows.feedEvents
      .filter(({ id }) => welcomes.feedReactions.some(({ eventId }) => eventId === id))
      .map(({ companyId, memberId }) => [
        memberId,
        { companyId, memberId, lookedAt: new Date(now).toISOString() },
      ]),
  );
  return { ...welcomes, feedMarks: [...receivers.values()] };
}

const named = new Set<string>(Object.values(people).map(({ email }) => email));

/** A few of those who were here by then, within the two days after. */
function answersTo(line: FeedEventRow, here: readonly Joined[], now: number, chance: Chance): ReactionRow[] {
  const joinedAt = Date.parse(line.occurredAt);
  const others = here.filter(({ row }) => row.id !== line.memberId && (row.joinedAt ?? "") < line.occurredAt);
  return chance.picks(others, chance.integer(8)).flatMap(({ row }) => {
    const at = joinedAt + 5 * 60_000 + chance.number() ** 2 * 2 * day;
    return at < now
      ? [{ companyId: line.companyId, eventId: line.id, memberId: row.id, at: new Date(at).toISOString() }]
      : [];
  });
}

/** Some of what stands in somebody's profile, changed within the last two weeks. */
function changeOf(
  { membership, row }: Joined,
  rows: PeopleRows,
  now: number,
  chance: Chance,
): FeedEventRow[] {
  const profile = rows.profiles.find(
    ({ companyId, memberId }) => companyId === row.companyId && memberId === row.id,
  );
  if (!profile) return [];
  const filled = [
    { part: "headline", audience: profile.headlineAudience, is: Boolean(profile.headline) },
    { part: "about", audience: profile.aboutAudience, is: Boolean(profile.about) },
    { part: "area", audience: profile.areaAudience, is: Boolean(profile.area) },
    { part: "purposes", audience: profile.purposesAudience, is: profile.purposes.length > 0 },
    { part: "skills", audience: profile.skillsAudience, is: profile.skills.length > 0 },
  ].filter(({ is }) => is);
  const parts = chance.picks(filled, 1 + chance.integer(3));
  const at = usualTime(now - hour - chance.number() ** 1.5 * 14 * day, now, membership.company, chance);
  return viewerKinds.flatMap((viewerKind) => {
    const sections = parts.filter(({ audience }) => sees(viewerKind, audience)).map(({ part }) => part);
    if (sections.length === 0) return [];
    return [
      {
        companyId: row.companyId,
        id: idAt(at, chance.bytes(10)),
        kind: "CHANGED" as const,
        memberId: row.id,
        occurredAt: new Date(at).toISOString(),
        viewerKind,
        sections,
      },
    ];
  });
}

function sees(kind: ViewerKind, audience: Audience): boolean {
  return audience === "EVERYONE" || audience === (kind === "ALUMNUS" ? "ALUMNI" : "EMPLOYEES");
}
