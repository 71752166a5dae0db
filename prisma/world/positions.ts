import type { Position } from "#lib/people/schema.ts";
import { makeChance } from "./chance.ts";
import type { Membership } from "./types.ts";

/** One or two departments in which somebody was before the one that is recorded, the same each time; for a quarter of those who were here six years or more. */
export function drawPositions(
  { familyName, givenName, joinedOn, leftOn, department, status }: Membership,
  departments: readonly string[],
): Position[] {
  const chance = makeChance(`positions of ${familyName} ${givenName} ${joinedOn}`);
  const first = yearOf(joinedOn);
  const years = (leftOn ? yearOf(leftOn) : 2026) - first;
  if (status !== "ACTIVE" || years < 6 || !chance.likely(0.25)) return [];
  const others = departments.filter((one) => one !== department);
  const held = chance.picks(others, years > 9 ? 1 + chance.integer(2) : 1);
  const each = Math.max(1, Math.floor((years - 2) / (held.length + 1)));
  return held.map((one, index) => ({
    department: one,
    title: null,
    from: index === 0 ? joinedOn.slice(0, 7) : `${first + index * each}-10`,
    until: `${first + (index + 1) * each}-09`,
  }));
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
