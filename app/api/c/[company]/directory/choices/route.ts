import { z } from "zod";
import { parseInput } from "#lib/answers.ts";
import { answerMember } from "#lib/auth/routes.ts";
import {
  dimensions,
  directoryQuerySchema,
  fieldDimensionSchema,
  parametersOf,
} from "#lib/people/directory-query.ts";
import { listFilterChoices } from "#lib/people/filter-choices.ts";

const choicesSchema = z.object({
  dimension: z.union([z.enum(dimensions), fieldDimensionSchema]),
  typed: z
    .string()
    .max(200)
    .transform((text) => text.trim())
    .default(""),
});

/** What can be chosen of one of the directory's filters, beside what else its address asks. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/c/[company]/directory/choices">,
): Promise<Response> {
  const { company } = await params;
  return answerMember(company, async (viewer) => {
    const asked = parametersOf(new URL(request.url).searchParams);
    const { dimension, typed } = parseInput(choicesSchema, asked);
    const choices = await listFilterChoices(viewer, directoryQuerySchema.parse(asked), dimension, typed);
    return Response.json(choices, { headers: { "Cache-Control": "no-store" } });
  });
}
