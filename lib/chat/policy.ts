import type { Thread } from "#lib/chat/schema.ts";

/** How long a group's name may be, in characters. */
export const maxGroupName = 50;

export type Rights = Pick<Thread, "kind" | "standing" | "role">;

/** Anyone who is in a group may bring others into it. */
export function mayAdd({ kind, standing }: Rights): boolean {
  return kind === "GROUP" && standing === "open";
}

/** A group's name, picture and link, its admins, and who has to go, are its admins' matter. */
export function mayManage({ kind, standing, role }: Rights): boolean {
  return kind === "GROUP" && standing === "open" && role === "ADMIN";
}

/** A direct thread is not left: who wants quiet mutes it, or blocks the other. */
export function mayLeave({ kind, standing }: Rights): boolean {
  return kind === "GROUP" && standing === "open";
}

/** Nobody is blocked in a group: there its admins decide. */
export function mayBlock({ kind }: Rights): boolean {
  return kind === "DIRECT";
}

const quoteLength = 200;

/** A text as a reply to it quotes it: its beginning. */
export function quotedText(text: string): string {
  return text.slice(0, quoteLength).toWellFormed();
}
