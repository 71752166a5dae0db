import { doorKeys } from "#lib/companies/door-keys.ts";
import { idAt } from "#lib/ids.ts";
import { viewerKinds } from "#lib/people/audiences.ts";
import { sortKey } from "#lib/people/names.ts";
import { companies } from "#prisma/world.ts";
import { audienceColumns, drawAudiences } from "./audiences.ts";
import { type Chance, makeChance } from "./chance.ts";
import { drawDetails, makeFields, makeLimits } from "./fields.ts";
import type { Joined, MemberRow, PeopleRows } from "./people-rows.ts";
import { drawPositions } from "./positions.ts";
import { day, hour, usualTime } from "./times.ts";
import type { Beyond, CompanySlug, Membership, Person } from "./types.ts";

/** The rows of the companies and of all that is known of their people, and who became which member. */
export function makeMembers(
  everybody: readonly Person[],
  now: number,
): { rows: PeopleRows; joined: Joined[] } {
  const chance = makeChance("members");
  const opened = now - 740 * day;
  const companyRows = Object.values(companies).map((company) => ({
    id: idAt(opened, chance.bytes(10)),
    ...company,
    doorKeys: doorKeys(company),
    status: "ACTIVE" as const,
    createdAt: iso(opened),
  }));
  const companyIds = new Map<CompanySlug, string>(companyRows.map(({ slug, id }) => [slug, id]));
  const rows: PeopleRows = {
    companies: companyRows,
    companyFields: makeFields(companyIds, opened),
    companyLimits: makeLimits(companyIds),
    users: [],
    members: [],
    profiles: [],
    searchDocs: [],
    feedEvents: [],
  };
  const joined: Joined[] = [];
  const departments = departmentsOf(everybody);
  for (const person of everybody) {
    const times = person.memberships.map((membership) => joiningTimes(membership, now, chance));
    const firstSeen = Math.min(...times.map(({ created }) => created));
    const userId = idAt(firstSeen, chance.bytes(10));
    const { email, locale, timeZone } = person;
    rows.users.push({
      id: userId,
      email,
      locale,
      timeZone,
      colorScheme: "SYSTEM",
      sample: true,
      createdAt: iso(firstSeen),
    });
    person.memberships.forEach((membership, index) => {
      const { created = opened, joined: joinedAt = null } = times[index] ?? {};
      const row: MemberRow = {
        companyId: companyIds.get(membership.company) ?? "",
        id: idAt(created, chance.bytes(10)),
        userId,
        kind: membership.kind,
        role: membership.role,
        status: membership.status,
        createdAt: iso(created),
        joinedAt: joinedAt === null ? null : iso(joinedAt),
        welcomedAt: joinedAt === null ? null : iso(joinedAt),
      };
      joined.push({ email, membership, row });
      addMember(rows, membership, row, joinedAt, chance.bytes(10), departments.get(membership.company) ?? []);
    });
  }
  return { rows, joined };
}

function departmentsOf(everybody: readonly Person[]): Map<CompanySlug, string[]> {
  const memberships = Map.groupBy(
    everybody.flatMap(({ memberships }) => memberships),
    ({ company }) => company,
  );
  return new Map(
    [...memberships].map(([company, all]) => [
      company,
      [...new Set(all.map(({ department }) => department))],
    ]),
  );
}

function addMember(
  rows: PeopleRows,
  membership: Membership,
  row: MemberRow,
  joinedAt: number | null,
  random: Uint8Array,
  departments: readonly string[],
): void {
  const { company: _company, kind: _kind, role: _role, status, daysAgo: _daysAgo, ...written } = membership;
  const { audiences, ...profile } = { ...nothingBeyond, ...written };
  const { companyId, id: memberId } = row;
  rows.members.push(row);
  rows.profiles.push({
    companyId,
    memberId,
    ...profile,
    details: drawDetails(membership, rows.companyFields),
    positions: written.positions ?? drawPositions(membership, departments),
    sortKey: sortKey(profile),
    rehire: profile.purposes.includes("REHIRE"),
    purposes: profile.purposes.filter((purpose) => purpose !== "REHIRE"),
    // Written as they came; who came half a year ago is asked whether it still holds.
    employerAskedAt: profile.employer !== null && joinedAt !== null ? iso(joinedAt) : null,
    ...audienceColumns({ ...drawAudiences(profile), ...audiences }),
  });
  // One who is not here yet is found only after joining. What the texts are, the database says (prisma/seed.ts).
  if (status === "ACTIVE")
    for (const viewerKind of viewerKinds) rows.searchDocs.push({ companyId, memberId, viewerKind, doc: "" });
  if (joinedAt === null) return;
  rows.feedEvents.push({
    companyId,
    id: idAt(joinedAt, random),
    kind: "JOINED",
    memberId,
    occurredAt: iso(joinedAt),
    viewerKind: null,
    sections: [],
  });
}

const nothingBeyond: Beyond = {
  employer: null,
  employerTitle: null,
  industry: null,
  work: null,
  links: [],
  purposeNotes: {},
  positions: [],
  audiences: {},
};

/** When the member was let in, and when the person came; nobody came long before the last day of work. */
function joiningTimes(
  membership: Membership,
  now: number,
  chance: Chance,
): { created: number; joined: number | null } {
  const wait = chance.number();
  const drawn = now - membership.daysAgo * day;
  const left = membership.leftOn ? Date.parse(membership.leftOn) : 0;
  const late = left > drawn && left < now ? left + wait * Math.min(now - left, 45 * day) : drawn;
  const joined = usualTime(late, now, membership.company, chance);
  if (membership.status === "INVITED") return { created: joined, joined: null };
  const invited = membership.kind === "ALUMNUS" ? joined - wait * 12 * day - hour : joined;
  return { created: invited, joined };
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
