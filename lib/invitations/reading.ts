import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { requireHr } from "#lib/leavers/hr.ts";
import { type InvitationStatus, invitationStatuses } from "#lib/leavers/list-policy.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";
import { obstacles } from "./policy.ts";
import type { InvitationCounts, InvitationDetail } from "./schema.ts";

const maxMails = 20;
const anyNumber = 1000;

/** For HR: how it stands with inviting a leaver, with the last 20 mails. Throws NotFound where there is no such leaver, and for anybody else. */
export async function findInvitation(viewer: Viewer, leaverId: string): Promise<InvitationDetail> {
  requireHr(viewer);
  return readAs(viewer, async (tx) => {
    const [[found], [judged], mails] = await Promise.all([
      sqlRows(tx, invitationRow)`
        SELECT CASE WHEN i.leaver_id IS NOT NULL THEN invitation_status(i) WHEN l.member_id IS NULL AND NOT l.deceased THEN 'none' END AS status,
            i.invited_at, i.expires_at, i.opened_at, i.joined_at, coalesce(i.reminders, 0) AS reminders, l.member_id
          FROM leavers l LEFT JOIN invitations i ON i.company_id = l.company_id AND i.leaver_id = l.id
          WHERE l.company_id = ${viewer.companyId}::uuid AND l.id = ${leaverId}::uuid`,
      // As resending asks: neither the pause nor how often counts for one person.
      sqlRows(
        tx,
        verdictRow,
      )`SELECT verdict FROM count_invitable(ARRAY[${leaverId}::uuid], ${anyNumber}::int, 0)`,
      readMails(tx, viewer, leaverId),
    ]);
    if (!found) throw new NotFound();
    return { ...found, obstacle: obstacles.find((one) => one === judged?.verdict) ?? null, mails };
  });
}

async function readMails(tx: ReadTx, { companyId }: Viewer, leaverId: string) {
  return sqlRows(tx, mailRow)`
    SELECT id, reminder, state::text, address, due_at, sent_at, answer FROM invitation_mails
      WHERE company_id = ${companyId}::uuid AND leaver_id = ${leaverId}::uuid ORDER BY due_at DESC, id DESC LIMIT ${maxMails}::int`;
}

/** For HR: how many invitations stand where, one pass over them. Throws NotFound for anybody else. */
export async function countInvitations(viewer: Viewer): Promise<InvitationCounts> {
  requireHr(viewer);
  const { companyId } = viewer;
  return readAs(viewer, async (tx) => {
    const [rows, { waiting }, { people, lastOn }] = await Promise.all([
      sqlRows(tx, countRow)`SELECT status, people FROM count_invitations()`,
      sqlRow(tx, waitingRow)`SELECT count(*)::int AS waiting FROM invitation_mails
        WHERE company_id = ${companyId}::uuid AND state IN ('QUEUED', 'SENDING') AND due_at <= now()`,
      sqlRow(
        tx,
        refusedRow,
      )`SELECT count(*)::int AS people, max(refused_on)::text AS last_on FROM leaver_refusals WHERE company_id = ${companyId}::uuid`,
    ]);
    const statuses = Object.fromEntries(invitationStatuses.map((status) => [status, 0])) as Record<
      InvitationStatus,
      number
    >;
    for (const row of rows) statuses[row.status] = row.people;
    return { statuses, waiting, refused: lastOn === null ? null : { people, lastOn } };
  });
}

const time = z.coerce.date().transform((at) => at.toISOString());
const status = z.enum(invitationStatuses);
const verdictRow = z.object({ verdict: z.string() });
const invitationRow = z.object({
  status: status.nullable(),
  invitedAt: time.nullable(),
  expiresAt: time.nullable(),
  openedAt: time.nullable(),
  joinedAt: time.nullable(),
  reminders: z.int(),
  memberId: z.uuid().nullable(),
});
const mailRow = z.object({
  id: z.uuid(),
  reminder: z.boolean(),
  state: z.enum(["QUEUED", "SENDING", "SENT", "UNSURE", "BOUNCED", "CANCELLED"]),
  address: z.string().nullable(),
  dueAt: time,
  sentAt: time.nullable(),
  answer: z.string().nullable(),
});
const countRow = z.object({ status, people: z.int() });
const waitingRow = z.object({ waiting: z.int() });
const refusedRow = z.object({ people: z.int(), lastOn: z.string().nullable() });
