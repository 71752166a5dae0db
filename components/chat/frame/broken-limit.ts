import type { SendMessage } from "#lib/chat/input.ts";
import { cleanText, maxFiles, maxMentions, maxTextLength } from "#lib/chat/policy.ts";
import type { Invalid } from "#lib/results.ts";

type Limited = Pick<SendMessage, "text" | "mentions" | "files">;

/**
 * What the server would say of a message that is too large for it, such as one that an earlier version kept; null for others. To be asked
 * before sending: what is far too long cuts the socket.
 */
export function brokenLimit({ text, mentions, files }: Limited): Invalid | null {
  const fields: Record<string, string> = {};
  if (cleanText(text).length > maxTextLength) fields.text = "chat-length";
  if (mentions.length > maxMentions) fields.mentions = "chat-mentions";
  if (files.length > maxFiles) fields.files = "chat-too-many-files";
  return Object.keys(fields).length > 0 ? { ok: false, code: "invalid", fields } : null;
}
