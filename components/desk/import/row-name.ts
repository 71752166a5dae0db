import { isJapanese } from "#components/person/japanese.ts";
import type { ImportRow, LeaverCard } from "#lib/leavers/schema.ts";

type Named = Pick<
  ImportRow["person"] | LeaverCard,
  "familyName" | "givenName" | "familyNameKana" | "givenNameKana"
>;

/** A name as one writes it in its language, "" for none. */
export function nameOf({ familyName = "", givenName = "" }: Named): string {
  const halves = [familyName, givenName].filter(Boolean);
  return (isJapanese(familyName + givenName) ? halves : halves.toReversed()).join(" ");
}

/** A name as a file writes it in one cell, so that its halves can be told apart: 山田 花子, "Smith, John". */
export function wholeName({ familyName = "", givenName = "" }: Named): string {
  const halves = [familyName, givenName].filter(Boolean);
  return halves.join(isJapanese(familyName + givenName) ? " " : ", ");
}

export function kanaOf({ familyNameKana, givenNameKana }: Named): string | null {
  return [familyNameKana, givenNameKana].filter(Boolean).join(" ") || null;
}
