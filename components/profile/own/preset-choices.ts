import type { MemberKind } from "#lib/auth/schema.ts";
import type { Audience } from "#lib/people/audiences.ts";
import type { Audiences } from "./audiences.ts";

export type PresetName = "closed" | "colleagues" | "open";
export const presetNames: readonly PresetName[] = ["closed", "colleagues", "open"];

// What somebody is known by who worked here.
const ofThen: ReadonlySet<string> = new Set(["tenure", "department", "formerName", "headline", "photo"]);

/** What a preset chooses. Interest in being rehired is closed by one, and opened by none. */
export function presetOf(name: PresetName, fields: readonly string[], kind: MemberKind): Audiences {
  const chosen = fields.flatMap((field): [string, Audience][] => {
    if (name === "closed") return [[field, "NOBODY"]];
    if (field === "rehire") return [];
    if (name === "open" || ofThen.has(field)) return [[field, "EVERYONE"]];
    return [[field, kind === "ALUMNUS" ? "ALUMNI" : "EMPLOYEES"]];
  });
  return Object.fromEntries(chosen);
}

/** What a preset would change of what holds. */
export function changesBy(preset: Audiences, audiences: Audiences): Audiences {
  const changed = Object.entries(preset).filter(([field, audience]) => audiences[field] !== audience);
  return Object.fromEntries(changed);
}
