import "server-only";
import { z } from "zod";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import type { Notification, NotificationKind, NotificationSources, Way } from "#lib/notifications/schema.ts";
import { sqlValue } from "#lib/sql.ts";

/** Has every domain write down what there is to tell by now. */
export async function queueAll(sources: NotificationSources, way: Way): Promise<void> {
  for (const source of Object.values(sources)) await withScope(everyCompany, (tx) => source.queue(tx, way));
}

/** Has a notification mailed that no browser took; false where its member wants no mails. */
export function mailInstead(
  tx: Tx,
  kind: NotificationKind,
  { companyId, memberId, subject }: Pick<Notification, "companyId" | "memberId" | "subject">,
): Promise<boolean> {
  return sqlValue(
    tx,
    z.boolean(),
  )`SELECT mail_instead(${companyId}::uuid, ${memberId}::uuid, ${kind}::"NotificationKind", ${subject}::uuid)`;
}

type Told = { companyId: string; memberId: string; subject: string; number: number };

/** Keeps how far these notifications of one kind, which this transaction has claimed, were told. */
export async function markTold(tx: Tx, way: Way, kind: NotificationKind, told: Told[]): Promise<void> {
  await tx.$executeRaw`
    SELECT mark_told(${way === "mail"}, ${kind}::"NotificationKind", ${told.map(({ companyId }) => companyId)}::uuid[],
      ${told.map(({ memberId }) => memberId)}::uuid[], ${told.map(({ subject }) => subject)}::uuid[],
      ${told.map(({ number }) => number)}::int[])`;
}
