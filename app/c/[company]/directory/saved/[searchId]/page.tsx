import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import { requireViewer } from "#lib/auth/requests.ts";
import { NotFound } from "#lib/errors.ts";
import { companyHref } from "#lib/hrefs.ts";
import { openSearch } from "#lib/people/saved-searches.ts";

type SavedSearchPageProps = { params: Promise<{ company: string; searchId: string }> };

/** Where a notice of a saved search leads: to the directory, those first who are new. */
export default async function SavedSearchPage({ params }: SavedSearchPageProps) {
  const { company, searchId } = await params;
  const viewer = await requireViewer(company);
  const id = z.uuid().safeParse(searchId).data;
  const query = id && (await openSearch(viewer, { id }).catch(nullIfGone));
  if (!query) notFound();
  const parameters = new URLSearchParams(query);
  parameters.set("sort", "changed");
  redirect(companyHref(company, `directory?${parameters}`));
}

function nullIfGone(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
