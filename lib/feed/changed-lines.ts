import "server-only";
import { z } from "zod";
import { type ChangedLine, type FeedLoader, toldParts } from "#lib/feed/schema.ts";
import { findCards } from "#lib/people/cards.ts";
import { sqlRows } from "#lib/sql.ts";

/** A line for each of these events of which the viewer still sees something. */
export const loadChangedLines: FeedLoader<ChangedLine> = async (tx, events) => {
  const ids = events.map(({ id }) => id);
  const [cards, told] = await Promise.all([
    findCards(
      tx,
      events.map(({ memberId }) => memberId),
    ),
    sqlRows(tx, toldRow)`SELECT id, sections FROM told_changes WHERE id = ANY (${ids}::uuid[])`,
  ]);
  const sectionsOf = new Map(told.map(({ id, sections }) => [id, sections]));
  return events.flatMap(({ id, memberId, occurredAt }) => {
    const person = cards.get(memberId);
    const sections = sectionsOf.get(id);
    if (!person || !sections) return [];
    return [{ id, kind: "CHANGED", person, parts: partsOf(sections), occurredAt: occurredAt.toISOString() }];
  });
};

const toldRow = z.object({ id: z.uuid(), sections: z.array(z.string()) });

/** In the order in which a page tells them. That somebody would come back is one of the things that they are open to, and what the company asks besides is told as one. */
function partsOf(sections: string[]): ChangedLine["parts"] {
  const shown = sections.map((section) => {
    if (section === "rehire") return "purposes";
    return section.startsWith("details.") ? "details" : section;
  });
  return toldParts.filter((part) => shown.includes(part));
}
