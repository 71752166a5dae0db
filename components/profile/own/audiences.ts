import type { MemberKind } from "#lib/auth/schema.ts";
import { type Audience, type Limit, within } from "#lib/people/audiences.ts";
import { shownToOf } from "#lib/people/details.ts";
import type { OwnProfile } from "#lib/people/input.ts";
import type { Census } from "#lib/people/schema.ts";

/** By the fields of a profile, the company's own by their ids. */
export type Audiences = Record<string, Audience>;

/** Who sees what of one's profile now. */
export function audiencesOf({ audiences, fields }: Pick<OwnProfile, "audiences" | "fields">): Audiences {
  return { ...audiences, ...shownToOf(fields) };
}

/** Who sees what of it at most, as the company of this name says; whom its owner chooses, where that is not said. */
export type Limits = { company: string; of: Record<string, Limit> };

export function limitsOf({ limits, fields }: Pick<OwnProfile, "limits" | "fields">): Limits["of"] {
  return { ...limits, ...Object.fromEntries(fields.map(({ id, widest }) => [id, widest])) };
}

/** The audiences that may be chosen for a field, the narrowest first. */
export function choicesFor(field: string): readonly Audience[] {
  return field === "rehire"
    ? ["NOBODY", "CONTACT", "HR", "EVERYONE"]
    : ["NOBODY", "ALUMNI", "EMPLOYEES", "EVERYONE"];
}

/** Whose profile it is, how many people the directory lists, the owner among them where it lists them, and what the company limits. */
export type Reach = {
  census: Pick<Census, "alumni" | "employees">;
  kind: MemberKind;
  listed: boolean;
  limits: Limits;
};

/** How many others an audience is; null where that is not counted. */
export function countReach(
  audience: Audience,
  { census, kind, listed }: Omit<Reach, "limits">,
): number | null {
  const own = (of: MemberKind) => (listed && kind === of ? 1 : 0);
  const alumni = Math.max(0, census.alumni - own("ALUMNUS"));
  const employees = Math.max(0, census.employees - own("EMPLOYEE"));
  switch (audience) {
    case "ALUMNI":
      return alumni;
    case "EMPLOYEES":
      return employees;
    case "EVERYONE":
      return alumni + employees;
    default:
      return null;
  }
}

/** Who sees a field in fact that is shown to this audience. */
export function reachedBy(field: string, audience: Audience, { limits }: Pick<Reach, "limits">): Audience {
  return within(audience, limits.of[field] ?? "EVERYONE");
}

/** Whether somebody sees it by the second audience who did not by the first. */
export function isWider(before: Audience, after: Audience): boolean {
  return after !== before && after !== "NOBODY" && before !== "EVERYONE";
}
