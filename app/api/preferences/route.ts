import { parseInput } from "#lib/answers.ts";
import { savePreferences } from "#lib/auth/preferences.ts";
import { answerAccountHere, readJson } from "#lib/auth/routes.ts";
import { preferencesSchema } from "#lib/auth/schema.ts";

// By a route, since what one chooses has to arrive when one leaves the page in the same moment, and whatever build the page is of.

export async function POST(request: Request): Promise<Response> {
  return answerAccountHere(async (account) => {
    await savePreferences(account, parseInput(preferencesSchema, await readJson(request)));
    return new Response(null, { status: 204 });
  });
}
