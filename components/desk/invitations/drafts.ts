import { type FormDraft, formDraft } from "#components/drafts/form-draft.ts";
import { deviceStorage } from "#components/live/browser-storage.ts";
import type { Locale } from "#lib/auth/schema.ts";
import type { InvitationWords, Sender } from "#lib/invitations/schema.ts";
import { isText, shapeOf } from "#lib/shapes.ts";

const isSender = shapeOf<Sender>({ name: isText, postalAddress: isText, contact: isText });
const isWords = shapeOf<InvitationWords>({ subject: isText, body: isText });

/** What this member of HR has begun to write of the sender, on this device. */
export function senderDraft(memberId: string): FormDraft<Sender> {
  return formDraft(deviceStorage(), `okaeri:${memberId}:desk:sender`, isSender);
}

/** The same of the invitations' text in a language. */
export function wordsDraft(memberId: string, locale: Locale): FormDraft<InvitationWords> {
  return formDraft(deviceStorage(), `okaeri:${memberId}:desk:invitation:${locale}`, isWords);
}
