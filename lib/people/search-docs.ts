import "server-only";
import type { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { ViewerKind } from "#lib/generated/prisma/enums.ts";
import { readFields } from "#lib/people/company-fields.ts";
import { dayOrNull } from "#lib/people/days.ts";
import { facetsOf } from "#lib/people/facets.ts";
import { answerTexts, type FieldWords } from "#lib/people/field-texts.ts";
import { searchDoc } from "#lib/people/search-text.ts";
import { findCorrectedProfileAs, findOwnProfileAs, type profileRow } from "#lib/people/visible.ts";

/** Puts down what viewers of each kind may find the transaction's own member by: no more than they see. */
export async function putOwnSearchDocs(tx: Tx): Promise<void> {
  const fields = await readFields(tx);
  for (const kind of Object.values(ViewerKind)) {
    const [doc, facets] = textsOf(await findOwnProfileAs(tx, kind), fields);
    await tx.$executeRaw`SELECT put_own_search_doc(${kind}::"ViewerKind", ${doc}, ${facets}::text[])`;
  }
}

/** The same for whose correction this transaction has confirmed. */
export async function putCorrectedSearchDocs(tx: Tx, correctionId: string): Promise<void> {
  const fields = await readFields(tx);
  for (const kind of Object.values(ViewerKind)) {
    const [doc, facets] = textsOf(await findCorrectedProfileAs(tx, correctionId, kind), fields);
    await tx.$executeRaw`SELECT put_corrected_search_doc(${correctionId}::uuid, ${kind}::"ViewerKind", ${doc}, ${facets}::text[])`;
  }
}

/** The text and the facets of a profile that one sees, of a company that asks these fields. */
export function textsOf(
  { joinedOn, leftOn, details, ...seen }: z.output<typeof profileRow>,
  fields: readonly FieldWords[],
): [string, string[]] {
  const asSeen = { ...seen, joinedOn: dayOrNull(joinedOn), leftOn: dayOrNull(leftOn) };
  const answered = answerTexts(details, fields);
  return [searchDoc({ ...asSeen, ...answered }), facetsOf({ ...asSeen, ...answered })];
}
