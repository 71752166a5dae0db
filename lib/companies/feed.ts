import "server-only";
import type { JoinedLine } from "#lib/companies/schema.ts";
import { loadOkaeri } from "#lib/feed/reactions.ts";
import type { FeedLoader } from "#lib/feed/schema.ts";
import { findCards } from "#lib/people/cards.ts";

/** A line for each event whose member the viewer may see. */
export const loadJoinedLines: FeedLoader<JoinedLine> = async (tx, events) => {
  const ids = (of: "id" | "memberId") => events.map((event) => event[of]);
  const [cards, answers] = await Promise.all([findCards(tx, ids("memberId")), loadOkaeri(tx, ids("id"))]);
  return events.flatMap(({ id, memberId, occurredAt }) => {
    const [person, okaeri] = [cards.get(memberId), answers.get(id)];
    if (!person || !okaeri) return [];
    return [{ id, kind: "JOINED", person, okaeri, occurredAt: occurredAt.toISOString() }];
  });
};
