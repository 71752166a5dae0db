import type { LeaverCard } from "#lib/leavers/schema.ts";
import { displayName, kanaName } from "#lib/people/names.ts";

type Named = Pick<LeaverCard, "familyName" | "givenName" | "familyNameKana" | "givenNameKana"> & {
  preferredName?: string | null;
};

/** A leaver's name as it is shown, and its reading where it is known. */
export function leaverNames(leaver: Named): { name: string; kana: string | null } {
  return { name: displayName(leaver), kana: kanaName(leaver) };
}
