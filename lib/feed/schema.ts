import { z } from "zod";
import type { PersonCard } from "#lib/people/schema.ts";

/** A place in the feed, as text "<time>~<id>": that of a line. */
const feedPlaceSchema = z
  .string()
  .transform((text) => text.split("~"))
  .pipe(z.tuple([z.iso.datetime(), z.uuid()]))
  .transform(([occurredAt, id]) => ({ occurredAt, id }));
export type FeedPlace = z.infer<typeof feedPlaceSchema>;

/** Where a page of the feed goes on. What cannot be read is left out, so that a mistyped address still shows a page. */
export const feedCursorSchema = feedPlaceSchema.optional().catch(undefined);

/** Asks what is newer than the newest line on a page, or, on an empty one, whether there is anything. */
export const newLinesSchema = z.object({ after: feedPlaceSchema.optional() });

export type FeedLine = { id: string; kind: "JOINED"; person: PersonCard; occurredAt: string };
export type FeedPage = {
  /** The newest first. */
  lines: FeedLine[];
  /** The place of the first line, or null when there is none. */
  newest: string | null;
  /** Where the next page goes on, or null on the last one. */
  next: string | null;
};
