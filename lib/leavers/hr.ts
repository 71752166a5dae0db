import "server-only";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";

/** Throws NotFound for who is not of HR: leavers are nobody else's. */
export function requireHr(viewer: Viewer): void {
  requireRole(viewer, "HR_ADMIN", "OWNER");
}
