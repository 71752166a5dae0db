import { answerMember } from "#lib/auth/routes.ts";
import { listSavedSearches } from "#lib/people/saved-searches.ts";

/** The searches that the member has saved. */
export async function GET(
  _: Request,
  { params }: RouteContext<"/api/c/[company]/directory/searches">,
): Promise<Response> {
  const { company } = await params;
  return answerMember(company, async (viewer) =>
    Response.json(await listSavedSearches(viewer), { headers: { "Cache-Control": "no-store" } }),
  );
}
