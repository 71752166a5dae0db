import type { Refusal } from "#lib/results.ts";

/** How a form of an invitation stands: what was typed is kept. `done`: it was refused as one wished. */
export type InvitationState = { typed: string; refusal: Refusal | null; done?: boolean };

export type InvitationAction = (state: InvitationState, form: FormData) => Promise<InvitationState>;

export const begun: InvitationState = { typed: "", refusal: null };
