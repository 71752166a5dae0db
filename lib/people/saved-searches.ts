import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { maxSavedSearches } from "#lib/people/policy.ts";
import { type SavedSearch, searchNotices } from "#lib/people/schema.ts";
import { findSearchNews, lookAtSearch } from "#lib/people/search-news.ts";
import { orNotFound, sqlValue } from "#lib/sql.ts";

/** The searches that the viewer has saved in this company, the oldest first; 20 at most. */
export function listSavedSearches(viewer: Viewer): Promise<SavedSearch[]> {
  return withViewer(viewer, (tx) => list(tx, viewer));
}

/** Saves a search under a name; one that is saved already takes the new name. Throws Invalid for one too many. Returns all, as after the rest. */
export function saveSearch(
  viewer: Viewer,
  { name, query, watched = false }: Pick<SavedSearch, "name" | "query"> & { watched?: boolean },
): Promise<SavedSearch[]> {
  const { companyId, memberId } = viewer;
  return withViewer(viewer, async (tx) => {
    // Two at once would both be the twentieth.
    await tx.$executeRaw`SELECT lock_own_profile()`;
    const saved = await list(tx, viewer);
    if (saved.length >= maxSavedSearches && !saved.some((search) => search.query === query))
      throw new Invalid({ query: "tooMany" });
    const { id } = await tx.savedSearch.upsert({
      where: { companyId_memberId_query: { companyId, memberId, query } },
      create: { companyId, memberId, id: newId(), name, query },
      update: { name },
    });
    if (watched) await watch(tx, { id, query });
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

/**
 * Tells the viewer of whom one of their saved searches finds anew from now on, or does not any more. Throws Invalid where it finds more people than
 * can be kept.
 */
export function watchSearch(
  viewer: Viewer,
  { id, watched }: Pick<SavedSearch, "id"> & { watched: boolean },
): Promise<SavedSearch[]> {
  const { companyId, memberId } = viewer;
  return withViewer(viewer, async (tx) => {
    const search = await tx.savedSearch.findFirst({
      where: { companyId, memberId, id },
      select: { query: true },
    });
    if (!search) throw new NotFound();
    if (!watched) await orNotFound(tx)`SELECT watch_search(${id}::uuid, false)`;
    else if (!(await watch(tx, { id, ...search }))) throw new Invalid({ watched: "tooWide" });
    return list(tx, viewer);
  });
}

/** What one of the viewer's saved searches asks; what it found anew counts as seen. */
export function openSearch(viewer: Viewer, { id }: Pick<SavedSearch, "id">): Promise<string> {
  const { companyId, memberId } = viewer;
  return withViewer(viewer, async (tx) => {
    const search = await tx.savedSearch.findFirst({
      where: { companyId, memberId, id },
      select: { query: true },
    });
    if (!search) throw new NotFound();
    // By the clock that says when somebody was found.
    await tx.$executeRaw`UPDATE saved_searches SET opened_at = clock_timestamp() WHERE company_id = ${companyId}::uuid AND id = ${id}::uuid`;
    return search.query;
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

/** Whether it does not find too many people for that. */
async function watch(tx: Tx, search: Pick<SavedSearch, "id" | "query">): Promise<boolean> {
  const { id } = search;
  await orNotFound(tx)`SELECT watch_search(${id}::uuid, true)`;
  await lookAtSearch(tx, search);
  return (await tx.savedSearch.count({ where: { id, tooWide: true } })) === 0;
}

async function list(tx: Tx, { companyId, memberId }: Viewer): Promise<SavedSearch[]> {
  const rows = await tx.savedSearch.findMany({
    where: { companyId, memberId },
    select: { id: true, name: true, query: true, lookAfter: true, tooWide: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: maxSavedSearches,
  });
  const isWatched = rows.some(({ lookAfter }) => lookAfter);
  const way = isWatched ? await findWay(tx) : null;
  const searches: SavedSearch[] = [];
  // One after another: they share a connection.
  for (const { lookAfter, tooWide, ...search } of rows) {
    const news = lookAfter ? (await findSearchNews(tx, search)).length : 0;
    searches.push({ ...search, notice: lookAfter && (tooWide ? "tooWide" : way), news });
  }
  return searches;
}

function findWay(tx: Tx) {
  return sqlValue(tx, z.enum(searchNotices))`SELECT own_search_notice_way(${env().vapid !== null}::boolean)`;
}
