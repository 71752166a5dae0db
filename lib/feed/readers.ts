import "server-only";
import { z } from "zod";
import { everyCompany, withScope } from "#lib/db.ts";
import { ViewerKind } from "#lib/generated/prisma/enums.ts";
import { sqlRows } from "#lib/sql.ts";

/** To whom of a company a line is told: one reader, or viewers of one kind, or of every one, but for those whom something parts from it. */
export type Readers = { reader: string | null; viewerKind: ViewerKind | null; parted: string[] };

/** Who reads a line, or that `giver` answered it; null where it is nobody. For the sidecar. */
export async function findReaders(line: {
  companyId: string;
  eventId: string;
  giver: string | null;
}): Promise<Readers | null> {
  const { companyId, eventId, giver } = line;
  const [readers] = await withScope(
    everyCompany,
    (tx) =>
      sqlRows(
        tx,
        readersRow,
      )`SELECT * FROM feed_readers(${companyId}::uuid, ${eventId}::uuid, ${giver}::uuid)`,
  );
  return readers ?? null;
}

const readersRow = z.object({
  reader: z.uuid().nullable(),
  viewerKind: z.enum(ViewerKind).nullable(),
  parted: z.array(z.uuid()),
});
