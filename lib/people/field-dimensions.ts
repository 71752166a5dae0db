// Of what the directory is narrowed by, the choices of the company's own fields.

/** One of these fields, by its id. */
export type FieldDimension = `field.${string}`;

export function fieldDimension(id: string): FieldDimension {
  return `field.${id}`;
}

export function isField(dimension: string): dimension is FieldDimension {
  return dimension.startsWith("field.");
}

/** The id of the field. */
export function fieldOf(dimension: FieldDimension): string {
  return dimension.slice("field.".length);
}

/** Of all that is chosen ("<id>.2") what is chosen of one field. */
export function choicesIn(dimension: FieldDimension, all: readonly string[]): string[] {
  const first = `${fieldOf(dimension)}.`;
  return all.flatMap((one) => (one.startsWith(first) ? [one.slice(first.length)] : []));
}

/** All that is chosen, with these choices of one field instead. */
export function withChoices(
  dimension: FieldDimension,
  all: readonly string[],
  choices: readonly string[],
): string[] {
  const first = `${fieldOf(dimension)}.`;
  return [...all.filter((one) => !one.startsWith(first)), ...choices.map((choice) => `${first}${choice}`)];
}
