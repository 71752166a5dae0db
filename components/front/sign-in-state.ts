import type { Refusal } from "#lib/results.ts";

/** How a form of the sign-in stands: what was typed is kept, whatever became of it. */
export type SignInState = { typed: string; refusal: Refusal | null; done?: boolean };

export type SignInAction = (state: SignInState, form: FormData) => Promise<SignInState>;

export const untouched: SignInState = { typed: "", refusal: null };
