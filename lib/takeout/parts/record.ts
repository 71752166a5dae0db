import "server-only";
import { z } from "zod";
import { recordColumns } from "#lib/leavers/record-columns.ts";
import { sqlRows } from "#lib/sql.ts";
import { time, wholePart } from "#lib/takeout/part.ts";

const text = z.string().nullable();
const recordRow = z.object({
  ...recordColumns,
  tags: z.array(z.string()),
  note: z.string(),
  ground: text,
  groundOn: text,
  groundDocument: text,
  createdAt: time,
  changedAt: time,
});
/** HR's record of them, with what HR alone sees. */
export const record = wholePart(
  "record",
  Object.keys(recordRow.shape),
  (tx) => sqlRows(tx, recordRow)`SELECT * FROM own_record()`,
  { ground: "LeaverGround" },
);

const mailRow = z.object({
  address: text,
  reminder: z.boolean(),
  state: z.string(),
  sentAt: time.nullable(),
  answer: text,
});
/** The mails that invited them. */
export const invitations = wholePart(
  "invitations",
  Object.keys(mailRow.shape),
  (tx) => sqlRows(tx, mailRow)`SELECT * FROM own_invitation_mails()`,
  { state: "InvitationMailState" },
);
