import { parseInput } from "#lib/answers.ts";
import { answerMemberHere, readJson } from "#lib/auth/routes.ts";
import { saveChatPreferences } from "#lib/chat/preferences.ts";
import { chatPreferencesSchema } from "#lib/chat/schema.ts";

/** As api/preferences, for what one chooses in one company. */
export async function POST(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/chat/preferences">,
): Promise<Response> {
  const { company } = await params;
  return answerMemberHere(company, async (viewer) => {
    await saveChatPreferences(viewer, parseInput(chatPreferencesSchema.partial(), await readJson(request)));
    return new Response(null, { status: 204 });
  });
}
