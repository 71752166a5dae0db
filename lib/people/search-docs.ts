import "server-only";
import type { Tx } from "#lib/db.ts";
import { ViewerKind } from "#lib/generated/prisma/enums.ts";
import { dayOrNull } from "#lib/people/days.ts";
import { facetsOf } from "#lib/people/facets.ts";
import { searchDoc } from "#lib/people/search-text.ts";
import { findOwnProfileAs } from "#lib/people/visible.ts";

/** Puts down what viewers of each kind may find the transaction's own member by: no more than they see. */
export async function putOwnSearchDocs(tx: Tx): Promise<void> {
  for (const kind of Object.values(ViewerKind)) {
    const { joinedOn, leftOn, ...seen } = await findOwnProfileAs(tx, kind);
    const fields = { ...seen, joinedOn: dayOrNull(joinedOn), leftOn: dayOrNull(leftOn) };
    const [doc, facets] = [searchDoc(fields), facetsOf(fields)];
    await tx.$executeRaw`SELECT put_own_search_doc(${kind}::"ViewerKind", ${doc}, ${facets}::text[])`;
  }
}
