import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { maxSavedSearches } from "#lib/people/policy.ts";
import type { SavedSearch } from "#lib/people/schema.ts";

/** The searches that the viewer has saved in this company, the oldest first; 20 at most. */
export function listSavedSearches(viewer: Viewer): Promise<SavedSearch[]> {
  return withViewer(viewer, (tx) => list(tx, viewer));
}

/** Saves a search under a name; one that is saved already takes the new name. Throws Invalid for one too many. Returns all, as after the rest. */
export function saveSearch(viewer: Viewer, { name, query }: Omit<SavedSearch, "id">): Promise<SavedSearch[]> {
  const { companyId, memberId } = viewer;
  return withViewer(viewer, async (tx) => {
    // Two at once would both be the twentieth.
    await tx.$executeRaw`SELECT lock_own_profile()`;
    const saved = await list(tx, viewer);
    if (saved.length >= maxSavedSearches && !saved.some((search) => search.query === query))
      throw new Invalid({ query: "tooMany" });
    await tx.savedSearch.upsert({
      where: { companyId_memberId_query: { companyId, memberId, query } },
      create: { companyId, memberId, id: newId(), name, query },
      update: { name },
    });
    return list(tx, viewer);
  });
}

/** Gives one of the viewer's saved searches another name. */
export function renameSavedSearch(
  viewer: Viewer,
  { id, name }: Pick<SavedSearch, "id" | "name">,
): Promise<SavedSearch[]> {
  const { companyId, memberId } = viewer;
  return withViewer(viewer, async (tx) => {
    const { count } = await tx.savedSearch.updateMany({ where: { companyId, memberId, id }, data: { name } });
    if (count === 0) throw new NotFound();
    return list(tx, viewer);
  });
}

/** Takes one of the viewer's saved searches away, if it is there. */
export function removeSavedSearch(viewer: Viewer, { id }: Pick<SavedSearch, "id">): Promise<SavedSearch[]> {
  const { companyId, memberId } = viewer;
  return withViewer(viewer, async (tx) => {
    await tx.savedSearch.deleteMany({ where: { companyId, memberId, id } });
    return list(tx, viewer);
  });
}

function list(tx: Tx, { companyId, memberId }: Viewer): Promise<SavedSearch[]> {
  return tx.savedSearch.findMany({
    where: { companyId, memberId },
    select: { id: true, name: true, query: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: maxSavedSearches,
  });
}
