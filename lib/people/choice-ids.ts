import type { SaidField } from "#lib/people/field-input.ts";
import type { DeskField } from "#lib/people/schema.ts";

/** A choice that is not the field's own is a new one. */
export function ofField(choices: SaidField["choices"], field: DeskField): SaidField["choices"] {
  const own = new Set(field.choices.map(({ id }) => id));
  return choices.map((choice) =>
    choice.id !== null && own.has(choice.id) ? choice : { ...choice, id: null },
  );
}

/** New choices get ids that no other had. A field of another kind has none. */
export function withIds({ kind, choices }: SaidField, next: number) {
  let nextChoice = next;
  const withId = choices.map(({ id, ja, en }) => ({ id: id ?? String(nextChoice++), ja, en }));
  return kind === "CHOICE" ? { choices: withId, nextChoice } : { choices: [], nextChoice };
}
