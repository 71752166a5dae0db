import "server-only";
import type { z } from "zod";
import type { Tx } from "#lib/db.ts";
import { ViewerKind } from "#lib/generated/prisma/enums.ts";
import { dayOrNull } from "#lib/people/days.ts";
import { facetsOf } from "#lib/people/facets.ts";
import { searchDoc } from "#lib/people/search-text.ts";
import { findCorrectedProfileAs, findOwnProfileAs, type profileRow } from "#lib/people/visible.ts";

/** Puts down what viewers of each kind may find the transaction's own member by: no more than they see. */
export async function putOwnSearchDocs(tx: Tx): Promise<void> {
  for (const kind of Object.values(ViewerKind)) {
    const [doc, facets] = textsOf(await findOwnProfileAs(tx, kind));
    await tx.$executeRaw`SELECT put_own_search_doc(${kind}::"ViewerKind", ${doc}, ${facets}::text[])`;
  }
}

/** The same for whose correction this transaction has confirmed. */
export async function putCorrectedSearchDocs(tx: Tx, correctionId: string): Promise<void> {
  for (const kind of Object.values(ViewerKind)) {
    const [doc, facets] = textsOf(await findCorrectedProfileAs(tx, correctionId, kind));
    await tx.$executeRaw`SELECT put_corrected_search_doc(${correctionId}::uuid, ${kind}::"ViewerKind", ${doc}, ${facets}::text[])`;
  }
}

function textsOf({ joinedOn, leftOn, ...seen }: z.output<typeof profileRow>): [string, string[]] {
  const fields = { ...seen, joinedOn: dayOrNull(joinedOn), leftOn: dayOrNull(leftOn) };
  return [searchDoc(fields), facetsOf(fields)];
}
