import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { plainLetters } from "#lib/letters.ts";
import { listChoices } from "#lib/people/directory.ts";
import type { Dimension, DirectoryQuery } from "#lib/people/directory-query.ts";
import { type FieldDimension, fieldDimension, isField } from "#lib/people/field-dimensions.ts";
import { listFilters } from "#lib/people/filters.ts";
import { isPrefecture, prefectures } from "#lib/people/prefectures.ts";
import type { Choices } from "#lib/people/schema.ts";

/**
 * As listChoices, where what was typed is looked for in what one reads: prefectures are kept by their codes, and purposes by their names in
 * the code, which are so few that all of them come.
 */
export async function listFilterChoices(
  viewer: Viewer,
  query: DirectoryQuery,
  dimension: Dimension | FieldDimension,
  typed: string,
): Promise<Choices> {
  if (isField(dimension)) return listFieldChoices(viewer, query, dimension);
  if (dimension === "open") return listChoices(viewer, query, dimension, "");
  if (dimension !== "area" || typed === "") return listChoices(viewer, query, dimension, typed);
  const [all, written] = await Promise.all([
    listChoices(viewer, query, dimension, ""),
    listChoices(viewer, query, dimension, typed),
  ]);
  const named = all.choices.filter(({ value }) => isNamed(value, typed));
  const others = written.choices.filter(({ value }) => !isPrefecture(value));
  return { choices: [...named, ...others], atLeast: all.atLeast };
}

/** Those that the company offers, which are so few that all of them come; in its order. */
async function listFieldChoices(
  viewer: Viewer,
  query: DirectoryQuery,
  dimension: FieldDimension,
): Promise<Choices> {
  const [{ fields }, { choices, atLeast }] = await Promise.all([
    listFilters(viewer),
    listChoices(viewer, query, dimension, ""),
  ]);
  const offered = fields.find(({ id }) => fieldDimension(id) === dimension)?.choices ?? [];
  return { choices: offered.flatMap(({ id }) => choices.find(({ value }) => value === id) ?? []), atLeast };
}

/** In either language: names are read in one, and typed in the other. */
function isNamed(code: string, typed: string): boolean {
  if (!isPrefecture(code)) return false;
  return prefectures[code].some((name) => plainLetters(name).includes(plainLetters(typed)));
}
