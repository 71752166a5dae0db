import { isBlank } from "#lib/blank.ts";
import type { Thread } from "#lib/chat/schema.ts";

export const maxTextLength = 4000;
export const maxFiles = 10;
export const maxMentions = 20;
export const maxReactions = 20;
export const maxParticipants = 1000;

/** A message's words as they are kept: line breaks, no blank ends, no characters that PostgreSQL cannot hold; empty where nothing would be seen. */
export function cleanText(text: string): string {
  if (isBlank(text)) return "";
  return text.toWellFormed().replaceAll("\0", "").replace(/\r\n?/g, "\n").trim();
}

/** How long a group's name may be, in characters. */
export const maxGroupName = 50;

/** A group's name as it is kept: one line, its blank ends cut; empty where nothing would be seen. */
export function cleanGroupName(name: string): string {
  if (isBlank(name)) return "";
  const line = name.toWellFormed().replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ");
  return line.trim().normalize("NFC");
}

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
