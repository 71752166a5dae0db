import { type FormDraft, formDraft } from "#components/drafts/form-draft.ts";
import { deviceStorage } from "#components/live/browser-storage.ts";
import type { PurposeTexts } from "#lib/leavers/schema.ts";
import { isText, nullOr, shapeOf } from "#lib/shapes.ts";

const isTexts = shapeOf<PurposeTexts>({ ja: nullOr(isText), en: nullOr(isText) });

/** What this member of HR has begun to write of the purpose, on this device. */
export function purposeDraft(memberId: string): FormDraft<PurposeTexts> {
  return formDraft(deviceStorage(), `okaeri:${memberId}:desk:purpose`, isTexts);
}
