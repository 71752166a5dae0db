import type { MemberRole, Viewer } from "#lib/auth/schema.ts";
import { NotFound } from "#lib/errors.ts";

/** Throws NotFound unless the viewer has one of these roles in the company: for others, what HR does is not there. */
export function requireRole(viewer: Viewer, ...roles: [MemberRole, ...MemberRole[]]): void {
  if (!roles.includes(viewer.role)) throw new NotFound();
}
