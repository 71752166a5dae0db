import type { Chance } from "./chance.ts";
import type { Leaver } from "./leavers.ts";
import { talkers } from "./talkers.ts";
import type { Membership } from "./types.ts";

const networkDays = 725;
/** Who left this late has an invitation, and is not here yet. */
const lastMonth = "2026-11-01";

/** What the file says of a leaver, and when that person came to the network: about one in seven is only invited. */
export function leaverMembership(leaver: Leaver, chance: Chance) {
  const talks = leaver.email in talkers;
  const drawn = { invited: chance.likely(0.11), daysAgo: alumnusDaysAgo(chance) };
  const invited = !talks && (drawn.invited || leaver.leftOn >= lastMonth);
  const { email: _email, number: _number, reason: _reason, ...profile } = leaver;
  return {
    ...profile,
    kind: "ALUMNUS",
    role: "MEMBER",
    status: invited ? "INVITED" : "ACTIVE",
    daysAgo: invited ? drawn.daysAgo / 2 : talks ? Math.max(drawn.daysAgo, 300) : drawn.daysAgo,
  } satisfies Partial<Membership>;
}

/** Many came in the network's first months, then fewer, and some of them in the last days. */
function alumnusDaysAgo(chance: Chance): number {
  const recent = chance.likely(0.02);
  const passed = chance.number() ** 1.8;
  return recent ? passed * 10 : networkDays * (1 - passed);
}

/** Employees were let in before the first alumni came, or when they were hired. */
export function employeeDaysAgo(chance: Chance): number {
  return chance.likely(0.7) ? networkDays - 20 * chance.number() : networkDays * chance.number();
}

/** A first day of work between 1996 and 2024: the day when all new people start, or for a third any first of a month. */
export function employeeJoinedOn(chance: Chance, startingDay: string): string {
  const year = 2024 - Math.floor(28 * chance.number() ** 1.4);
  const month = String(1 + chance.integer(12)).padStart(2, "0");
  return `${year}-${chance.likely(0.35) ? `${month}-01` : startingDay}`;
}
