import "server-only";
import { z } from "zod";
import type { Locale } from "#lib/auth/schema.ts";
import type { Notification } from "#lib/notifications/schema.ts";
import { displayName } from "#lib/people/names.ts";

const nameSchema = z
  .object({ familyName: z.string(), givenName: z.string(), preferredName: z.string().nullable() })
  .transform(displayName);

/** Of a thread that calls a member who is not looking, what pushes and mails say (prisma/sql/chat/calls.sql). */
export const callSchema = z.object({
  direct: z.boolean(),
  asked: z.boolean(),
  name: z.string().nullable(),
  companions: z.array(nameSchema),
  unread: z.int(),
});
export type Call = z.infer<typeof callSchema>;

/** The newest line, or one of the newest. `words` are null where the member does not want them told. */
export const calledLineSchema = z.object({
  author: nameSchema,
  words: z.string().nullable(),
  files: z.int(),
});

/** What a conversation is called in the member's list: the other's name, the group's, or of its first members. */
export function callTitle({ direct, name, companions }: Call, author: string, locale: Locale): string {
  if (direct) return author;
  return name ?? (companions.length > 0 ? companions.join(separators[locale]) : author);
}

const separators: Record<Locale, string> = { ja: "、", en: ", " };

/** 99+ is as much as is counted. */
export function callCount(unread: number): string {
  return unread > 99 ? "99+" : String(unread);
}

/** A message on one line, cut short between what a reader sees as characters. */
export function callWords(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = Array.from(graphemes.segment(line), ({ segment }) => segment);
  return characters.length > max ? `${characters.slice(0, max).join("")}…` : line;
}

const graphemes = new Intl.Segmenter("ja", { granularity: "grapheme" });

export function threadPath({ slug, subject }: Notification): string {
  return `/c/${slug}/chat/${subject}`;
}
