import "server-only";
import { z } from "zod";
import { findCards } from "#lib/people/cards.ts";
import { sqlRows } from "#lib/sql.ts";
import { time, wholePart } from "#lib/takeout/part.ts";

const lineRow = z.object({
  kind: z.string(),
  occurredAt: time,
  shownTo: z.string().nullable(),
  sections: z.array(z.string()),
});
export const feedLines = wholePart(
  "feedLines",
  Object.keys(lineRow.shape),
  (tx) => sqlRows(tx, lineRow)`SELECT * FROM own_feed_lines()`,
  { kind: "FeedEventKind", shownTo: "ViewerKind" },
);

const givenRow = z.object({ at: time, lineOccurredAt: time, toId: z.uuid().nullable() });
export const okaeriGiven = wholePart("okaeriGiven", ["at", "lineOccurredAt", "to"], async (tx) => {
  const given = await sqlRows(tx, givenRow)`SELECT * FROM own_okaeri()`;
  const cards = await findCards(tx, [...new Set(given.flatMap(({ toId }) => toId ?? []))]);
  return given.map(({ toId, ...row }) => ({ ...row, to: (toId && cards.get(toId)?.displayName) ?? null }));
});

const maxGivers = 10_000;
const nobody = "00000000-0000-0000-0000-000000000000";
const receivedRow = z.object({ at: time, lineOccurredAt: time, fromId: z.uuid() });
export const okaeriReceived = wholePart(
  "okaeriReceived",
  ["at", "lineOccurredAt", "from"],
  async (tx, { companyId, memberId }) => {
    const received = await sqlRows(tx, receivedRow)`
      SELECT g.at, e.occurred_at AS line_occurred_at, g.member_id AS from_id FROM feed_events e
        CROSS JOIN LATERAL okaeri_givers(e.id, '-infinity', ${nobody}::uuid, ${maxGivers}::int) g
        WHERE e.company_id = ${companyId}::uuid AND e.member_id = ${memberId}::uuid AND e.kind = 'JOINED' ORDER BY g.at, g.member_id`;
    const cards = await findCards(tx, [...new Set(received.map(({ fromId }) => fromId))]);
    return received.map(({ fromId, ...row }) => ({ ...row, from: cards.get(fromId)?.displayName ?? null }));
  },
);
