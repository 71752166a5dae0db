import { parseInput } from "#lib/answers.ts";
import { answerMemberHere, readJson } from "#lib/auth/routes.ts";
import { giveOkaeri } from "#lib/feed/reactions.ts";
import { okaeriSchema } from "#lib/feed/schema.ts";

/** Says おかえり to a line of the feed, or takes it back. A route, since an action would be lost with the page. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/feed/[lineId]/okaeri">,
): Promise<Response> {
  const { company, lineId } = await params;
  return answerMemberHere(company, async (viewer) => {
    const { given } = parseInput(okaeriSchema, await readJson(request));
    await giveOkaeri(viewer, lineId, given);
    return new Response(null, { status: 204 });
  });
}
