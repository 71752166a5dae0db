import type { ImportRow, LeaverCard } from "#lib/leavers/schema.ts";

type Named = Pick<
  ImportRow["person"] | LeaverCard,
  "familyName" | "givenName" | "familyNameKana" | "givenNameKana"
>;

/** A name as one writes it, "" for none. */
export function nameOf({ familyName, givenName }: Named): string {
  return [familyName, givenName].filter(Boolean).join(" ");
}

export function kanaOf({ familyNameKana, givenNameKana }: Named): string | null {
  return [familyNameKana, givenNameKana].filter(Boolean).join(" ") || null;
}
