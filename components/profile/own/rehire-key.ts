import type { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import type { findContactsAction } from "#app/c/[company]/profile/actions.ts";
import type { Audience } from "#lib/people/audiences.ts";
import type { RehireContact } from "#lib/people/input.ts";
import { choicesFor } from "./audiences.ts";

/** To whom alone one shows that one would come back, how others are found for it, and how one writes to them. */
export type Rehire = {
  contact: RehireContact | null;
  find: typeof findContactsAction;
  start: typeof startThreadAction;
};

/** Who sees it as one text: the audience, and whom it names. */
export function rehireKey(audience: Audience, contact: RehireContact | null): string {
  return audience === "CONTACT" ? `${audience} ${contact?.memberId ?? ""}` : audience;
}

/** What such a text says: of CONTACT without anybody nobody sees it. */
export function readRehireKey(key: string): { audience: Audience; rehireContact?: string } {
  const [name, memberId] = key.split(" ");
  const audience = choicesFor("rehire").find((one) => one === name) ?? "NOBODY";
  return { audience, ...(memberId && { rehireContact: memberId }) };
}
