import { z } from "zod";
import { cleanText, maxFiles, maxMentions, maxTextLength } from "#lib/chat/policy.ts";

const id = z.uuid();
const number = z.int().min(1);

const words = z
  .string()
  .transform(cleanText)
  .pipe(z.string().max(maxTextLength, { error: "chat-length" }));

/** The text of a message that has no files. */
const messageTextSchema = words.pipe(z.string().min(1));

const mentions = z.array(id).max(maxMentions, { error: "chat-mentions" }).default([]);

/** A message needs words or files. */
export const sendMessageSchema = z
  .object({
    threadId: id,
    clientId: id,
    text: words,
    quoted: number.optional(),
    mentions,
    files: z.array(id).max(maxFiles, { error: "chat-too-many-files" }).default([]),
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
/** The numbers between which folded lines are asked for. */
export const unfoldSchema = z.object({ threadId: id, first: number, last: number });
export const editMessageSchema = z.object({
  threadId: id,
  number,
  text: messageTextSchema,
  mentions,
});

export const searchMessagesSchema = z.object({
  q: z.string().max(100),
  threadId: id.optional(),
  /** The last hit of the page before: its time and id. */
  before: z.object({ sentAt: z.iso.datetime(), id }).optional(),
});
