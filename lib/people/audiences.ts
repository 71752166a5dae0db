import type { Viewer } from "#lib/auth/schema.ts";

/** Who may see a field of a profile. */
export const audiences = ["NOBODY", "ALUMNI", "EMPLOYEES", "EVERYONE"] as const;
/** Who may see that somebody would come back; CONTACT: one employee whom they name. */
export const rehireAudiences = ["NOBODY", "CONTACT", "HR", "EVERYONE"] as const;
export type Audience = (typeof audiences)[number] | (typeof rehireAudiences)[number];

/** The parts of a profile of which their owner says who may see them. */
export const audienceFields = [
  "headline",
  "about",
  "tenure",
  "department",
  "formerName",
  "work",
  "area",
  "purposes",
  "rehire",
  "skills",
  "links",
  "photo",
] as const;
export type AudienceField = (typeof audienceFields)[number];

/** Those that HR recorded, and so sees whatever the owner says. */
export const recordedFields = ["tenure", "department"] as const satisfies AudienceField[];

/** Who may see a field at most, as a company says; EVERYONE: whom its owner chooses. */
export const limits = ["EVERYONE", "EMPLOYEES", "ALUMNI", "HR", "NOBODY"] as const;
export type Limit = (typeof limits)[number];

/** The limits that there are for a field: for interest in being rehired no more than its audiences tell apart. */
export function limitsFor(field: string): readonly Limit[] {
  return field === "rehire" ? ["EVERYONE", "HR", "NOBODY"] : limits;
}

/**
 * Who sees what its owner shows to such an audience, in a company with such a limit: whom both include. The one whom CONTACT names sees it where the limit includes
 * them, which only they themselves tell.
 */
export function within(audience: Audience, limit: Limit): Audience {
  if (limit === "EVERYONE" || audience === limit || audience === "NOBODY") return audience;
  if (audience === "EVERYONE") return limit;
  if (audience === "CONTACT") return limit === "EMPLOYEES" || limit === "HR" ? "CONTACT" : "NOBODY";
  // HR is of the employees.
  const both: readonly string[] = [audience, limit];
  return both.includes("HR") && both.includes("EMPLOYEES") ? "HR" : "NOBODY";
}

const recorded: ReadonlySet<string> = new Set(recordedFields);

export function isRecordedField(field: string): boolean {
  return recorded.has(field);
}

/** Whether such viewers are of those who see a field at most; as audiences_of says in the database (prisma/sql/people/visible.sql). */
export function includes(limit: Limit, viewers: ViewerKind): boolean {
  const of: Record<ViewerKind, readonly Limit[]> = {
    ALUMNUS: ["EVERYONE", "ALUMNI"],
    EMPLOYEE: ["EVERYONE", "EMPLOYEES"],
    HR: ["EVERYONE", "EMPLOYEES", "HR"],
  };
  return of[viewers].includes(limit);
}

/** As what a member looks at others. */
export const viewerKinds = ["ALUMNUS", "EMPLOYEE", "HR"] as const;
export type ViewerKind = (typeof viewerKinds)[number];

/** As viewer_kind_of says in the database (prisma/sql/people/visible.sql). */
export function viewerKindOf({ kind, role }: Pick<Viewer, "kind" | "role">): ViewerKind {
  return role === "MEMBER" ? kind : "HR";
}
