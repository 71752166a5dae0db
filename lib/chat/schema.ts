import { z } from "zod";
import type { PersonCard } from "#lib/people/schema.ts";

export const maxTextLength = 4000;

const id = z.uuid();

/** A message's text: line breaks kept, blank ends cut, no characters that PostgreSQL cannot hold. */
export const messageTextSchema = z
  .string()
  .transform((text) => text.toWellFormed().replaceAll("\0", "").replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().min(1).max(maxTextLength));

export const sendMessageSchema = z.object({ threadId: id, clientId: id, text: messageTextSchema });
export type SendMessage = z.infer<typeof sendMessageSchema>;

/** What came after a number that the screen knows. */
export const syncThreadSchema = z.object({ threadId: id, after: z.int().min(0) });

/** What came before the first number that the screen shows. */
export const olderMessagesSchema = z.object({ threadId: id, before: z.int().min(1) });

export const markReadSchema = z.object({ threadId: id, number: z.int().min(0) });

export const openThreadSchema = z.object({ memberId: id });

/** A line of a conversation. `number` counts 1, 2, 3 … within the thread, without gaps. */
export type ChatLine = {
  threadId: string;
  number: number;
  id: string;
  authorId: string;
  clientId: string;
  text: string;
  sentAt: string;
};

/** Lines in the order of their numbers. `more`: there are others in the direction that was asked for. */
export type ChatPage = { lines: ChatLine[]; more: boolean };

export type ThreadCard = {
  id: string;
  person: PersonCard;
  last: Pick<ChatLine, "text" | "authorId" | "sentAt" | "number"> | null;
  unread: number;
};

export type LatestThread = Pick<ThreadCard, "id" | "person" | "unread">;

export type Thread = { id: string; person: PersonCard; lastNumber: number; readNumber: number };
