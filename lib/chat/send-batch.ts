import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import type { ChatLine } from "#lib/chat/schema.ts";
import { callOnce } from "#lib/db.ts";
import { InvariantError } from "#lib/errors.ts";
import { normalise } from "#lib/people/normalise.ts";
import { parseRows } from "#lib/sql.ts";

const outcomeSchema = z.object({
  outcome: z.enum(["sent", "known", "busy", "not-found", "waiting", "closed", "files"]),
  number: z.int().nullable(),
  revision: z.int().nullable(),
  sentAt: z.date().nullable(),
  quoted: z.int().nullable(),
  mentions: z.array(z.uuid()).nullable(),
});

type Outcome = z.infer<typeof outcomeSchema>;

/** What became of a message that was to be sent: its number, revision and time are there when it was sent just now. */
export type Sending = { viewer: Viewer; message: SendMessage; id: string; outcome: Outcome };

/**
 * Sends messages by one statement and returns what became of each, in their order. `patient`: waits for threads that are locked, instead of
 * answering "busy". `byNotify`: tells of them within the transaction. Throws DatabaseAway.
 */
export async function sendBatch(
  batch: Omit<Sending, "outcome">[],
  { patient, byNotify }: { patient: boolean; byNotify: boolean },
): Promise<Outcome[]> {
  const rows = batch.map(({ viewer, message, id }) => ({
    company: viewer.companyId,
    member: viewer.memberId,
    session: viewer.sessionId,
    thread: message.threadId,
    client: message.clientId,
    id,
    text: message.text,
    folded: normalise(message.text),
    quoted: message.quoted ?? null,
    mentions: message.mentions,
    files: message.files,
  }));
  const answer = await callOnce("send_messages", "SELECT * FROM send_messages($1, $2, $3)", [
    JSON.stringify(rows),
    patient,
    byNotify,
  ]);
  const outcomes = parseRows(outcomeSchema, answer);
  if (outcomes.length !== batch.length) throw new InvariantError("some messages were not answered");
  return outcomes;
}

/** The line of a message that was sent just now, without asking again; undefined for one that came with more than words. */
export function plainLine({ viewer, message, id, outcome }: Sending): ChatLine | undefined {
  const { number, revision, sentAt, quoted, mentions } = outcome;
  if (number === null || revision === null || !sentAt || quoted || message.files.length > 0) return undefined;
  return {
    threadId: message.threadId,
    number,
    revision,
    id,
    authorId: viewer.memberId,
    clientId: message.clientId,
    text: message.text,
    sentAt: sentAt.toISOString(),
    editedAt: null,
    deleted: false,
    notice: null,
    quote: null,
    mentions: mentions ?? [],
    reactions: [],
    files: [],
  };
}
