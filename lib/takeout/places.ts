import "server-only";
import { findThreadNames } from "#lib/chat/thread-list.ts";
import type { Tx } from "#lib/db.ts";
import type { Row } from "./part.ts";

type Standing = { conversationId: string | null; conversation: string | null; kind: string | null };
const unseen: Standing = { conversationId: null, conversation: null, kind: null };

/** What the member sees of the conversations of these rows now: of one that they cannot open, nothing. */
export async function standing(
  tx: Tx,
  rows: readonly { threadId: string | null }[],
): Promise<(threadId: string | null) => Standing> {
  const ids = [...new Set(rows.flatMap(({ threadId }) => threadId ?? []))];
  const names = await findThreadNames(tx, ids);
  return (threadId) => {
    const found = threadId === null ? undefined : names.get(threadId);
    return found ? { conversationId: threadId, conversation: found.name, kind: found.kind } : unseen;
  };
}

/** Where something stands; the number of a line only where it can be opened. */
export function placeOf({ conversationId, conversation }: Standing, number: number | null): Row {
  return { conversationId, conversation, number: conversationId && number };
}
