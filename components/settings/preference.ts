import { sendChoice } from "#components/live/sending.ts";
import type { Preferences } from "#lib/auth/schema.ts";
import type { ChatPreferences } from "#lib/chat/schema.ts";

/** Keeps what the account chose, in all its companies. */
export function savePreferences(chosen: Preferences) {
  return sendChoice("/api/preferences", chosen);
}

/** Keeps what the member chose in the company of this slug. */
export function saveChatPreferences(slug: string, chosen: Partial<ChatPreferences>) {
  return sendChoice(`/api/c/${encodeURIComponent(slug)}/chat/preferences`, chosen);
}
