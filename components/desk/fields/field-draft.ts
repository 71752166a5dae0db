import { type FormDraft, formDraft } from "#components/drafts/form-draft.ts";
import { attempt, deviceStorage } from "#components/live/browser-storage.ts";
import { audiences } from "#lib/people/audiences.ts";
import { fieldKinds, type Words } from "#lib/people/details.ts";
import type { SaidField } from "#lib/people/field-input.ts";
import { isText, listOf, nullOr, oneOf, shapeOf } from "#lib/shapes.ts";

const words = nullOr(isText);
const isWords = shapeOf<Words>({ ja: words, en: words });
const isSaid = shapeOf<SaidField>({
  kind: oneOf(fieldKinds),
  name: isWords,
  hint: isWords,
  audience: oneOf(audiences),
  choices: listOf(shapeOf({ id: words, ja: words, en: words })),
});

/** What this member of HR has begun to write of a field, on this device; null for a new one. */
export function fieldDraft(memberId: string, fieldId: string | null): FormDraft<SaidField> {
  return formDraft(deviceStorage(), `${placeOf(memberId)}${fieldId ?? "new"}`, isSaid);
}

/** Forgets what they have begun to write of fields that are none of these any more. */
export function forgetOtherFields(memberId: string, fields: readonly { id: string }[]): void {
  const place = placeOf(memberId);
  const left = new Set(["new", ...fields.map(({ id }) => id)]);
  for (const name of attempt(() => Object.keys(deviceStorage() ?? {})) ?? [])
    if (name.startsWith(place) && !left.has(name.slice(place.length)))
      attempt(() => deviceStorage()?.removeItem(name));
}

function placeOf(memberId: string): string {
  return `okaeri:${memberId}:desk:field:`;
}
