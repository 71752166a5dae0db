import "server-only";
import type { z } from "zod";
import { dayOrNull } from "#lib/people/days.ts";
import { displayName, isJapaneseName, kanaName, monogram, otherName } from "#lib/people/names.ts";
import { tellApart } from "#lib/people/namesakes.ts";
import { photoName } from "#lib/people/photo-name.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import { findVisible, personRow } from "#lib/people/visible.ts";
import type { ReadTx } from "#lib/reads.ts";

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
  photoId: true,
} as const;

// Whom the directory lists is active: there it is left out.
const cardRow = personRow.pick(cardFields).extend({ status: personRow.shape.status.optional() });
const listedRow = cardRow.extend(personRow.pick({ department: true, joinedOn: true, leftOn: true }).shape);

/**
 * Cards of these members of the viewer's company, whatever their status, by id and in the order of the directory. Ids of nobody whom the
 * viewer may see are left out.
 */
export async function findCards(tx: ReadTx, memberIds: string[]): Promise<Map<string, PersonCard>> {
  if (memberIds.length === 0) return new Map();
  const rows = await findVisible(tx, memberIds, listedRow);
  return new Map(toCards(rows).map((card) => [card.memberId, card]));
}

/** Cards of people who stand in one list, so that two of one name are told apart. */
export function toCards(rows: readonly z.output<typeof listedRow>[]): PersonCard[] {
  const cards = rows.map((row) => ({ row, card: toCard(row) }));
  const apart = tellApart(
    cards.map(({ row, card }) => ({
      ...card,
      department: row.department,
      joinedOn: dayOrNull(row.joinedOn),
      leftOn: dayOrNull(row.leftOn),
    })),
  );
  return cards.map(({ card }) => {
    const words = apart.get(card.memberId);
    return words ? { ...card, apart: words } : card;
  });
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
    ...(row.photoId && isHere(row) && { photo: photoName(row.photoId) }),
  };
}

/** Who is suspended keeps their name where they wrote, but shows no face. */
function isHere({ status = "ACTIVE" }: z.output<typeof cardRow>): boolean {
  return status === "ACTIVE";
}
