import "server-only";
import type { JoinedLine } from "#lib/companies/schema.ts";
import type { FeedLoader } from "#lib/feed/schema.ts";
import { findCards } from "#lib/people/cards.ts";

/** A line for each event whose member the viewer may see. */
export const loadJoinedLines: FeedLoader<JoinedLine> = async (tx, events) => {
  const cards = await findCards(
    tx,
    events.map(({ memberId }) => memberId),
  );
  return events.flatMap(({ id, memberId, occurredAt }) => {
    const person = cards.get(memberId);
    return person ? [{ id, kind: "JOINED", person, occurredAt: occurredAt.toISOString() }] : [];
  });
};
