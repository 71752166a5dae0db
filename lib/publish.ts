import "server-only";
import type { Tx } from "#lib/db.ts";
import { eventChannel, type OkaeriEvent } from "#lib/events.ts";

/** Tells every process, when and only when the transaction commits. */
export async function publish(tx: Tx, event: OkaeriEvent): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${eventChannel}, ${JSON.stringify(event)})`;
}
