import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import { type Asked, directoryParameters } from "#components/navigation/directory-href.ts";
import type { Dimension } from "#lib/people/directory-query.ts";
import type { FieldDimension } from "#lib/people/field-dimensions.ts";
import type { Choices } from "#lib/people/schema.ts";
import { isRefusal } from "#lib/results.ts";
import { isFlag, isNumber, isText, listOf, type Shape, shapeOf } from "#lib/shapes.ts";

const isChoices: Shape<Choices> = shapeOf<Choices>({
  choices: listOf(shapeOf<Choices["choices"][number]>({ value: isText, people: isNumber })),
  atLeast: isFlag,
});

/** What can be chosen of a dimension beside what else is asked (app/api/c/[company]/directory/choices). */
export function askChoices(
  company: string,
  asked: Asked,
  dimension: Dimension | FieldDimension,
  typed: string,
): Promise<Answer<Choices>> {
  const parameters = directoryParameters(asked);
  parameters.set("dimension", dimension);
  if (typed) parameters.set("typed", typed);
  const address = `/api/c/${encodeURIComponent(company)}/directory/choices?${parameters}`;
  return requestByHttp(async () => {
    const body: unknown = await (await fetch(address)).json();
    if (isChoices(body)) return { ok: true, data: body };
    if (isRefusal(body)) return body;
    throw new Error("This is no answer of ours.");
  });
}
