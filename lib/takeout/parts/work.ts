import "server-only";
import { z } from "zod";
import { sqlRows } from "#lib/sql.ts";
import { time, wholePart } from "#lib/takeout/part.ts";

const notificationRow = z.object({
  kind: z.string(),
  pushedNumber: z.int(),
  mailedNumber: z.int(),
  pushAfter: time.nullable(),
  mailAfter: time.nullable(),
});
export const notifications = wholePart(
  "notifications",
  Object.keys(notificationRow.shape),
  (tx) => sqlRows(tx, notificationRow)`SELECT * FROM own_notifications()`,
  { kind: "NotificationKind" },
);

const taskRow = z.object({
  kind: z.string(),
  state: z.string(),
  done: z.coerce.number(),
  total: z.coerce.number().nullable(),
  error: z.string().nullable(),
  createdAt: time,
  finishedAt: time.nullable(),
});
export const tasks = wholePart(
  "tasks",
  Object.keys(taskRow.shape),
  (tx, { companyId, memberId }) =>
    sqlRows(tx, taskRow)`
      SELECT kind, state, done, total, error, created_at, finished_at FROM long_work
        WHERE company_id = ${companyId}::uuid AND member_id = ${memberId}::uuid ORDER BY created_at, id`,
  { kind: "TaskKind", state: "TaskState", error: "TaskError" },
);
