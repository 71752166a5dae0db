import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { listLeaverChoices } from "#lib/leavers/list.ts";
import { leaverQuerySchema } from "#lib/leavers/list-query.ts";

/** The tags that HR gives most, to be offered. */
export async function knownTags(viewer: Viewer, today: string): Promise<string[]> {
  const { choices } = await listLeaverChoices(viewer, leaverQuerySchema.parse({}), "tag", {
    typed: "",
    today,
  });
  return choices.map(({ value }) => value);
}
