import "server-only";
import { z } from "zod";
import { day, dayOrNull } from "#lib/people/days.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";
import { time, wholePart } from "#lib/takeout/part.ts";

const memberRow = z.object({
  kind: z.string(),
  role: z.string(),
  status: z.string(),
  createdAt: time,
  joinedAt: time.nullable(),
  feedLookedAt: time.nullable(),
});
const recordedRow = z.object({
  recordedJoinedOn: z.coerce.date().transform(day),
  recordedLeftOn: z.coerce.date().nullable().transform(dayOrNull),
  recordedDepartment: z.string(),
  recordedTitle: z.string().nullable(),
});
/** What HR recorded stands here. */
export const membership = wholePart(
  "membership",
  Object.keys({ ...memberRow.shape, ...recordedRow.shape }),
  async (tx) => {
    const own = await sqlRow(tx, memberRow)`SELECT * FROM own_membership()`;
    const recorded = await sqlRow(tx, recordedRow)`
      SELECT joined_on AS recorded_joined_on, left_on AS recorded_left_on, department AS recorded_department, title AS recorded_title
        FROM own_profile()`;
    return [{ ...own, ...recorded }];
  },
  { kind: "MemberKind", role: "MemberRole", status: "MemberStatus" },
);

const correctionRow = z.object({
  field: z.string(),
  recorded: z.string().nullable(),
  proposed: z.string().nullable(),
  note: z.string(),
  status: z.string(),
  askedAt: time,
  decidedAt: time.nullable(),
  answer: z.string().nullable(),
});
export const corrections = wholePart(
  "corrections",
  Object.keys(correctionRow.shape),
  (tx, { companyId, memberId }) =>
    sqlRows(tx, correctionRow)`
      SELECT field, recorded, proposed, note, status, asked_at, decided_at, answer FROM corrections
        WHERE company_id = ${companyId}::uuid AND member_id = ${memberId}::uuid ORDER BY asked_at, id`,
  { field: "RecordedField", status: "CorrectionStatus" },
);
