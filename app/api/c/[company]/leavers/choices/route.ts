import { z } from "zod";
import { readerDay } from "#app/c/[company]/desk/leavers/reader-day.ts";
import { parseInput } from "#lib/answers.ts";
import { answerMember } from "#lib/auth/routes.ts";
import { listLeaverChoices } from "#lib/leavers/list.ts";
import { leaverDimensions } from "#lib/leavers/list-policy.ts";
import { leaverQuerySchema } from "#lib/leavers/list-query.ts";
import { parametersOf } from "#lib/people/directory-query.ts";

const choicesSchema = z.object({
  dimension: z.enum(leaverDimensions),
  typed: z
    .string()
    .max(200)
    .transform((text) => text.trim())
    .default(""),
});

/** What can be chosen of one of the filters of the list of leavers, beside what else its address asks; for HR alone. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/leavers/choices">,
): Promise<Response> {
  const { company } = await params;
  return answerMember(company, async (viewer, account) => {
    const asked = parametersOf(new URL(request.url).searchParams);
    const { dimension, typed } = parseInput(choicesSchema, asked);
    const today = readerDay(account);
    const choices = await listLeaverChoices(viewer, leaverQuerySchema.parse(asked), dimension, {
      typed,
      today,
    });
    return Response.json(choices, { headers: { "Cache-Control": "no-store" } });
  });
}
