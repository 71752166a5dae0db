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

/** As what a member looks at others. */
export const viewerKinds = ["ALUMNUS", "EMPLOYEE", "HR"] as const;
export type ViewerKind = (typeof viewerKinds)[number];

/** As viewer_kind_of says in the database (prisma/sql/people/visible.sql). */
export function viewerKindOf({ kind, role }: Pick<Viewer, "kind" | "role">): ViewerKind {
  return role === "MEMBER" ? kind : "HR";
}
