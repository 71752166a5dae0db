import { parseInput } from "#lib/answers.ts";
import { answerMemberHere, readJson } from "#lib/auth/routes.ts";
import { visibilitySchema } from "#lib/people/input.ts";
import { saveVisibility } from "#lib/people/own-profile.ts";

/** Keeps who sees what of the member's profile. A route, since an action would be lost with the page. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/profile/visibility">,
): Promise<Response> {
  const { company } = await params;
  return answerMemberHere(company, async (viewer) => {
    await saveVisibility(viewer, parseInput(visibilitySchema, await readJson(request)));
    return new Response(null, { status: 204 });
  });
}
