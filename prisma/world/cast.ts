import { displayName, isJapaneseName } from "#lib/people/names.ts";
import { people } from "#prisma/world.ts";
import type { Chance } from "./chance.ts";
import type { Joined } from "./people-rows.ts";
import type { Talker } from "./talk.ts";
import type { CompanySlug, Membership } from "./types.ts";

/** Finds in a company who talks. Employees without a name are found once at most. */
export function makeCast(
  company: CompanySlug,
  joined: readonly Joined[],
  chance: Chance,
): (talker: Talker) => Joined {
  const here = joined.filter(({ membership }) => membership.company === company);
  const taken = new Set<string>(Object.values(people).map(({ email }) => email));
  return (talker) => {
    const fitting =
      typeof talker === "object" && "employeeOf" in talker
        ? here.filter(
            ({ email, membership }) => isOldHand(membership, talker.employeeOf) && !taken.has(email),
          )
        : here.filter(({ email }) => email === (typeof talker === "string" ? people[talker] : talker).email);
    if (fitting.length === 0) throw new Error(`Nobody to talk: ${JSON.stringify(talker)}`);
    const chosen = chance.pick(fitting);
    taken.add(chosen.email);
    return chosen;
  };
}

/** An employee who worked here with those who left, and was in the network before any talk began, whatever day it is. */
function isOldHand({ kind, department, daysAgo, joinedOn }: Membership, employeeOf: string): boolean {
  return kind === "EMPLOYEE" && department === employeeOf && daysAgo > 260 && joinedOn < "2013";
}

/** 高橋 to a Japanese, Hannah to others: each text adds its own さん. */
export function calledName({ membership }: Joined): string {
  return isJapaneseName(membership) ? membership.familyName : (displayName(membership).split(" ")[0] ?? "");
}
