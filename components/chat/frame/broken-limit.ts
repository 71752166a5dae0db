import { type SendMessage, sendMessageSchema } from "#lib/chat/input.ts";
import { fieldsOf, type Refusal } from "#lib/results.ts";

/**
 * What the server would say of a message that it will never take, such as one that an earlier version kept; null for others. To be asked
 * before sending: what is far too long cuts the socket.
 */
export function brokenLimit(message: SendMessage): Extract<Refusal, { code: "invalid" }> | null {
  const { error } = sendMessageSchema.safeParse(message);
  return error ? { ok: false, code: "invalid", fields: fieldsOf(error) } : null;
}
