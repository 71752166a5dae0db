import { after } from "next/server";
import { tellUnnoted } from "#lib/audit/noting.ts";
import type { Viewer } from "#lib/auth/schema.ts";

/** Once the answer has gone, notes what HR was shown in it. For anybody else there is nothing to note. */
export function noteLook({ role }: Viewer, note: () => Promise<void>): void {
  if (role !== "MEMBER") after(() => note().catch(tellUnnoted));
}
