import type { Viewer } from "#lib/auth/schema.ts";
import { type TypedLeaver, typedLeaverSchema } from "#lib/leavers/record-input.ts";
import { addLeaver } from "#lib/leavers/writing.ts";
import { typedLeaver } from "./typed.ts";

export const today = "2026-11-30";

/** Enters somebody by hand; their id. */
export async function addOne(hr: Viewer, part: Partial<TypedLeaver>): Promise<string> {
  const answer = await addLeaver(hr, { typed: typedLeaverSchema.parse(typedLeaver(part)) }, today);
  if (answer.outcome !== "written") throw new Error(JSON.stringify(answer));
  return answer.leaver.id;
}
