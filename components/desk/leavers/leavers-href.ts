import { companyHref } from "#lib/hrefs.ts";
import type { AskedLeavers, LeaverQuery } from "#lib/leavers/list-query.ts";

/** The address of the list of leavers, asked this. */
export function leaversHref(company: string, asked: Partial<AskedLeavers> = {}, after?: string): string {
  const parameters = leaversParameters(asked);
  if (after) parameters.set("after", after);
  const query = parameters.toString();
  return companyHref(company, `desk/leavers${query && `?${query}`}`);
}

export function leaverHref(company: string, id: string): string {
  return companyHref(company, `desk/leavers/${encodeURIComponent(id)}`);
}

/** What is asked as its address has it: what holds anyway is left out. */
export function leaversParameters(asked: Partial<AskedLeavers>): URLSearchParams {
  const { q, standing, left, mail, ground, sort } = asked;
  const lists = (["department", "employment", "tag", "invitation", "column"] as const).flatMap((name) =>
    (asked[name] ?? []).map((value) => [name, value]),
  );
  const given = [
    ["q", q],
    ["standing", standing],
    ["left", yearsOf(left)],
    ...lists,
    ["mail", mail],
    ["ground", ground],
    ["sort", sort === "name" ? undefined : sort],
  ];
  return new URLSearchParams(given.flatMap(([key = "", value]) => (value ? [[key, value]] : [])));
}

/** What the list is narrowed by, besides words, taken off. */
export const nothingChosen = {
  standing: undefined,
  left: undefined,
  department: [],
  employment: [],
  tag: [],
  invitation: [],
  mail: undefined,
  ground: undefined,
} satisfies Partial<AskedLeavers>;

function yearsOf(range: LeaverQuery["left"]): string | undefined {
  return range && (range.from === range.until ? String(range.from) : `${range.from}-${range.until}`);
}
