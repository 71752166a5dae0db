import type { MemberKind } from "#lib/auth/schema.ts";
import type { Audience } from "#lib/people/audiences.ts";
import { shownToOf } from "#lib/people/details.ts";
import type { OwnProfile } from "#lib/people/input.ts";
import type { Census } from "#lib/people/schema.ts";

/** By the fields of a profile, the company's own by their ids. */
export type Audiences = Record<string, Audience>;

/** Who sees what of one's profile now. */
export function audiencesOf({ audiences, fields }: Pick<OwnProfile, "audiences" | "fields">): Audiences {
  return { ...audiences, ...shownToOf(fields) };
}

/** The audiences that may be chosen for a field, the narrowest first. */
export function choicesFor(field: string): readonly Audience[] {
  return field === "rehire"
    ? ["NOBODY", "CONTACT", "HR", "EVERYONE"]
    : ["NOBODY", "ALUMNI", "EMPLOYEES", "EVERYONE"];
}

const recorded: ReadonlySet<string> = new Set(["tenure", "department"]);

/** Whether HR recorded it, and so sees it whatever is chosen. */
export function isRecorded(field: string): boolean {
  return recorded.has(field);
}

/** Whose profile it is, and how many people the directory lists, the owner among them where it lists them. */
export type Reach = { census: Pick<Census, "alumni" | "employees">; kind: MemberKind; listed: boolean };

/** How many others an audience is; null where that is not counted. */
export function countReach(audience: Audience, { census, kind, listed }: Reach): number | null {
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

/** Whether somebody sees it by the second audience who did not by the first. */
export function isWider(before: Audience, after: Audience): boolean {
  return after !== before && after !== "NOBODY" && before !== "EVERYONE";
}
