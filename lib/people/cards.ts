import "server-only";
import type { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { displayName, isJapaneseName, kanaName, monogram, otherName } from "#lib/people/names.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import { findVisible, personRow } from "#lib/people/visible.ts";

/** What a card is made of. */
export const cardFields = {
  memberId: true,
  kind: true,
  familyName: true,
  givenName: true,
  familyNameKana: true,
  givenNameKana: true,
  preferredName: true,
  formerFamilyName: true,
  headline: true,
} as const;

const cardRow = personRow.pick(cardFields);

/**
 * Cards of these members of the viewer's company, whatever their status, by id and in the order of the directory. Ids of nobody whom the
 * viewer may see are left out.
 */
export async function findCards(tx: Tx, memberIds: string[]): Promise<Map<string, PersonCard>> {
  const rows = await findVisible(tx, memberIds, cardRow);
  return new Map(rows.map((row) => [row.memberId, toCard(row)]));
}

export function toCard(row: z.output<typeof cardRow>): PersonCard {
  const other = otherName(row);
  return {
    memberId: row.memberId,
    kind: row.kind,
    displayName: displayName(row),
    kana: isJapaneseName(row) ? kanaName(row) : null,
    formerName: row.formerFamilyName,
    monogram: monogram(row),
    headline: row.headline,
    ...(other && { otherName: other }),
  };
}
