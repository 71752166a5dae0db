import { type Asked, isYears } from "#components/navigation/directory-href.ts";
import type { Dimension } from "#lib/people/directory-query.ts";
import {
  choicesIn,
  type FieldDimension,
  fieldDimension,
  isField,
  withChoices,
} from "#lib/people/field-dimensions.ts";

/** What is chosen of a filter whose values are listed. */
export function chosenValues(dimension: Dimension | FieldDimension, asked: Asked): string[] {
  if (isField(dimension)) return choicesIn(dimension, asked.field);
  return isYears(dimension) ? [] : asked[dimension];
}

/** With these values of it instead. */
export function withValues(
  dimension: Dimension | FieldDimension,
  asked: Asked,
  values: string[],
): Partial<Asked> {
  return isField(dimension)
    ? { field: withChoices(dimension, asked.field, values) }
    : { [dimension]: values };
}

/** The company's own fields of which something is chosen, also where they are asked no more. */
export function fieldsIn(asked: Asked): FieldDimension[] {
  const ids = asked.field.map((one) => one.slice(0, one.indexOf(".")));
  return [...new Set(ids)].map(fieldDimension);
}
