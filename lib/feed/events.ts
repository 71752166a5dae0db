import "server-only";
import type { Tx } from "#lib/db.ts";
import type { FeedEventKind } from "#lib/feed/schema.ts";
import { newId } from "#lib/ids.ts";
import { publish } from "#lib/publish.ts";

/** Adds a line to the feed of the transaction's company and tells its members when it commits. */
export async function recordFeedEvent(
  tx: Tx,
  companyId: string,
  event: { kind: FeedEventKind; memberId: string },
): Promise<void> {
  const id = newId();
  await tx.feedEvent.create({ data: { companyId, id, ...event } });
  await publish(tx, { type: "feed:added", companyId, eventId: id });
}
