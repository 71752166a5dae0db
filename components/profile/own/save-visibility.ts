import { sendChoice } from "#components/live/sending.ts";
import type { Audiences } from "./audiences.ts";

/** `rehireContact`: whom the audience CONTACT names. */
type Visibility = { audiences?: Audiences; rehireContact?: string; unlisted?: boolean };

/** Keeps who may see what of the member, in the company of this slug. */
export function saveVisibility(slug: string, chosen: Visibility) {
  return sendChoice(`/api/c/${encodeURIComponent(slug)}/profile/visibility`, chosen);
}
