import "server-only";
import { z } from "zod";
import { sqlRows } from "#lib/sql.ts";
import { time, wholePart } from "#lib/takeout/part.ts";

const accountRow = z.object({
  email: z.string(),
  locale: z.string(),
  timeZone: z.string(),
  colorScheme: z.string(),
  createdAt: time,
});
export const account = wholePart(
  "account",
  Object.keys(accountRow.shape),
  (tx) => sqlRows(tx, accountRow)`SELECT * FROM own_account()`,
  { colorScheme: "ColorScheme" },
);

const sessionRow = z.object({
  device: z.string(),
  notifiedBy: z.string().nullable(),
  createdAt: time,
  lastSeenAt: time,
  expiresAt: time,
});
export const sessions = wholePart(
  "sessions",
  Object.keys(sessionRow.shape),
  (tx) => sqlRows(tx, sessionRow)`SELECT * FROM own_sessions()`,
);
