import { z } from "zod";
import type { FeedEventKind } from "#lib/generated/prisma/enums.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import type { ReadTx } from "#lib/reads.ts";

export type { FeedEventKind };

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

export const lineIdSchema = z.uuid();
/** Asks for the answers to lines of a page. */
export const linesSchema = z.object({ lineIds: z.array(lineIdSchema).min(1).max(30) });
/** Gives おかえり to a line, or takes it back. */
export const okaeriSchema = z.object({ given: z.boolean() });
/** Asks who gave it, after a place. */
export const giversSchema = z.object({ lineId: lineIdSchema, after: feedPlaceSchema.optional() });

/** Asks for nothing in particular. */
export const nothingSchema = z.null();

/** Something that happened, as the feed keeps it. */
export type FeedEvent = { id: string; memberId: string; occurredAt: Date };

/** What every line has; its kind adds what it shows. */
export type FeedLineOf<Kind extends FeedEventKind> = { id: string; kind: Kind; occurredAt: string };
type AnyLine = FeedLineOf<FeedEventKind>;

/** Who said おかえり to a line, as far as the viewer finds them. */
export type Okaeri = {
  /** The line is the viewer's own; `unread`: and somebody answered it since they looked. */
  own: boolean;
  unread: boolean;
  /** The viewer said so. */
  given: boolean;
  /** How many others did. */
  others: number;
  /** The first of these, three at most. */
  people: Pick<PersonCard, "memberId" | "kind" | "displayName" | "monogram" | "photo">[];
};

/** The earliest first. `next`: where the list goes on. */
export type Givers = { people: PersonCard[]; next: string | null };

/** The parts of a profile of which the feed tells. */
export const toldParts = [
  "names",
  "headline",
  "about",
  "work",
  "area",
  "purposes",
  "skills",
  "links",
  "details",
] as const;

/** A line of the feed: somebody's profile has changed. `parts`: what of it, as far as the viewer sees it now. */
export type ChangedLine = FeedLineOf<"CHANGED"> & { person: PersonCard; parts: (typeof toldParts)[number][] };

/**
 * What a domain gives for a kind of its own (lib/registry/feed.ts): the lines of these events, all of that kind and on one page, for the
 * viewer whose transaction it is. An event of which the viewer may see nothing has none.
 */
export type FeedLoader<Line extends AnyLine> = (tx: ReadTx, events: readonly FeedEvent[]) => Promise<Line[]>;

export type FeedPage<Line extends AnyLine> = {
  /** The newest first. */
  lines: Line[];
  /** The place of the first line, or null when there is none. */
  newest: string | null;
  /** Where the next page goes on, or null on the last one. */
  next: string | null;
};
