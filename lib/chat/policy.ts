import type { Thread } from "#lib/chat/schema.ts";

/** How long a group's name may be, in characters. */
export const maxGroupName = 50;

export type Rights = Pick<Thread, "kind" | "standing" | "role">;

/** Anyone who is in a group may bring others into it. */
export function mayAdd({ kind, standing }: Rights): boolean {
  return kind === "GROUP" && standing === "open";
}

/** Only admins change a group's name, picture, link and admins, and remove members. */
export function mayManage({ kind, standing, role }: Rights): boolean {
  return kind === "GROUP" && standing === "open" && role === "ADMIN";
}

/** A direct thread cannot be left, only muted, or its other person blocked. */
export function mayLeave({ kind, standing }: Rights): boolean {
  return kind === "GROUP" && standing === "open";
}

/** Blocking is for direct threads: in a group its admins decide who is in it. */
export function mayBlock({ kind }: Rights): boolean {
  return kind === "DIRECT";
}

const quoteLength = 200;

/** What a reply quotes of a text: its first 200 characters. */
export function quotedText(text: string): string {
  return text.slice(0, quoteLength).toWellFormed();
}
