import "server-only";
import type { Tx } from "#lib/db.ts";
import { Audience } from "#lib/generated/prisma/client.ts";
import { day } from "#lib/people/days.ts";
import { searchDoc } from "#lib/people/search-text.ts";
import { findOwnProfileAs } from "#lib/people/visible.ts";

/** Puts down what each audience may find the transaction's own member by: no more than it sees. */
export async function putOwnSearchDocs(tx: Tx): Promise<void> {
  for (const audience of Object.values(Audience)) {
    const seen = await findOwnProfileAs(tx, audience);
    const doc = seen
      ? searchDoc({ ...seen, joinedOn: day(seen.joinedOn), leftOn: seen.leftOn && day(seen.leftOn) })
      : "";
    await tx.$executeRaw`SELECT put_own_search_doc(${audience}::"Audience", ${doc})`;
  }
}
