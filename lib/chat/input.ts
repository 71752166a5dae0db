import { z } from "zod";

export const maxTextLength = 4000;
export const maxFiles = 10;
const maxMentions = 20;
export const maxReactions = 20;
export const maxParticipants = 1000;

const id = z.uuid();
const number = z.int().min(1);

/** A message's text: line breaks kept, blank ends cut, no characters that PostgreSQL cannot hold. */
export const messageTextSchema = z
  .string()
  .transform((text) => text.toWellFormed().replaceAll("\0", "").replace(/\r\n?/g, "\n").trim())
  .pipe(z.string().min(1).max(maxTextLength));

/** A message needs words or files. */
export const sendMessageSchema = z
  .object({
    threadId: id,
    clientId: id,
    text: z.union([messageTextSchema, z.literal("")]),
    quoted: number.optional(),
    mentions: z.array(id).max(maxMentions).default([]),
    files: z.array(id).max(maxFiles).default([]),
  })
  .refine(({ text, files }) => text !== "" || files.length > 0, { path: ["text"] });
export type SendMessage = z.output<typeof sendMessageSchema>;

/** What changed after a revision that the screen knows. */
export const syncThreadSchema = z.object({ threadId: id, after: z.int().min(0) });

/** What came before the first number that the screen shows. */
export const olderMessagesSchema = z.object({ threadId: id, before: number });

export const markReadSchema = z.object({ threadId: id, number: z.int().min(0) });
export const threadIdSchema = z.object({ threadId: id });
export const watchPresenceSchema = z.object({ memberIds: z.array(id).max(200) });

/** A mark of one emoji: one grapheme, a pictograph, a flag or a keycap. */
export const emojiSchema = z
  .string()
  .max(32)
  .regex(/^(?:\p{RGI_Emoji})$/v);
export const reactionSchema = z.object({ threadId: id, number, emoji: emojiSchema, on: z.boolean() });

export const messageSchema = z.object({ threadId: id, number });
export const editMessageSchema = z.object({
  threadId: id,
  number,
  text: messageTextSchema,
  mentions: z.array(id).max(maxMentions).default([]),
});

export const searchMessagesSchema = z.object({
  q: z.string().max(100),
  threadId: id.optional(),
  /** The last hit of the page before: its time and id. */
  before: z.object({ sentAt: z.iso.datetime(), id }).optional(),
});
