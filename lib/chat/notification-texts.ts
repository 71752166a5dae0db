import "server-only";
import { z } from "zod";
import type { Locale } from "#lib/auth/schema.ts";
import { endUpTo, graphemesOf } from "#lib/graphemes.ts";
import { threadHref } from "#lib/hrefs.ts";
import type { Notification } from "#lib/notifications/schema.ts";
import { displayName } from "#lib/people/names.ts";

const nameSchema = z
  .object({ familyName: z.string(), givenName: z.string(), preferredName: z.string().nullable() })
  .transform(displayName);

/** What a push or mail says of a thread with unread lines (prisma/sql/chat/calls.sql). */
export const unreadThreadSchema = z.object({
  direct: z.boolean(),
  asked: z.boolean(),
  name: z.string().nullable(),
  companions: z.array(nameSchema),
  unread: z.int(),
});
type UnreadThread = z.infer<typeof unreadThreadSchema>;

/** The newest line, or one of the newest. `words` are null where the member does not want them in notifications. */
export const newLineSchema = z.object({
  /** Null of one who has left the network. */
  author: nameSchema.nullable(),
  words: z.string().nullable(),
  files: z.int(),
});

/** A conversation's title in the member's list: the other person's name, the group's, or those of its first members. */
export function threadTitle(
  { direct, name, companions }: UnreadThread,
  author: string,
  locale: Locale,
): string {
  if (direct) return author;
  return name ?? (companions.length > 0 ? companions.join(separators[locale]) : author);
}

const separators: Record<Locale, string> = { ja: "、", en: ", " };

/** The number of unread lines, "99+" above 99. */
export function unreadLabel(unread: number): string {
  return unread > 99 ? "99+" : String(unread);
}

/** A message on one line, of at most `max` graphemes, cut between words. */
export function shortenText(text: string, max: number): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...graphemesOf(line)];
  if (characters.length <= max) return line;
  return `${characters.slice(0, endUpTo(characters, max, 1)).join("")}…`;
}

export function threadPath({ slug, subject }: Notification): string {
  return threadHref(slug, subject);
}
