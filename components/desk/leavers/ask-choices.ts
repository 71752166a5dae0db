import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import type { LeaverChoices } from "#lib/leavers/list.ts";
import type { LeaverDimension } from "#lib/leavers/list-policy.ts";
import { isRefusal } from "#lib/results.ts";
import { isFlag, isNumber, isText, listOf, type Shape, shapeOf } from "#lib/shapes.ts";

const isChoices: Shape<LeaverChoices> = shapeOf<LeaverChoices>({
  choices: listOf(shapeOf<LeaverChoices["choices"][number]>({ value: isText, people: isNumber })),
  atLeast: isFlag,
});

/** What can be chosen of a filter beside what else is asked (app/api/c/[company]/leavers/choices). */
export function askChoices(
  company: string,
  parameters: URLSearchParams,
  dimension: LeaverDimension,
  typed: string,
): Promise<Answer<LeaverChoices>> {
  parameters.set("dimension", dimension);
  if (typed) parameters.set("typed", typed);
  const address = `/api/c/${encodeURIComponent(company)}/leavers/choices?${parameters}`;
  return requestByHttp(async () => {
    const body: unknown = await (await fetch(address)).json();
    if (isChoices(body)) return { ok: true, data: body };
    if (isRefusal(body)) return body;
    throw new Error("This is no answer of ours.");
  });
}
