import "server-only";
import type { MemberKind } from "#lib/auth/schema.ts";
import type { Tx } from "#lib/db.ts";
import { displayName, kanaName, monogram, type NameParts } from "#lib/people/names.ts";
import type { PersonCard } from "#lib/people/schema.ts";

/** The columns that a card is made of. */
export const cardColumns = {
  id: true,
  kind: true,
  profile: {
    select: {
      familyName: true,
      givenName: true,
      familyNameKana: true,
      givenNameKana: true,
      preferredName: true,
      formerFamilyName: true,
      headline: true,
    },
  },
} as const;

type CardRow = { id: string; kind: MemberKind; profile: (NameParts & { headline: string | null }) | null };

/** Cards of these members of the transaction's company, whatever their status, by id. Ids of nobody are left out. */
export async function findCards(tx: Tx, memberIds: string[]): Promise<Map<string, PersonCard>> {
  const rows = await tx.member.findMany({ where: { id: { in: memberIds } }, select: cardColumns });
  return new Map(rows.map((row) => [row.id, toCard(row)]));
}

export function toCard({ id, kind, profile }: CardRow): PersonCard {
  if (!profile) throw new Error(`member ${id} has no profile`);
  return {
    memberId: id,
    kind,
    displayName: displayName(profile),
    kana: kanaName(profile),
    formerName: profile.formerFamilyName ?? null,
    monogram: monogram(profile),
    headline: profile.headline,
  };
}
