import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { requireHr } from "#lib/leavers/hr.ts";
import { type InvitationStatus, invitationStatuses } from "#lib/leavers/list-policy.ts";
import type { ReadTx } from "#lib/reads.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";
import type { InvitationCounts, InvitationDetail } from "./schema.ts";

const maxMails = 20;

/** For HR: where a leaver's invitation stands, with its last 20 mails; null where there is none. Throws NotFound for anybody else. */
export async function findInvitation(viewer: Viewer, leaverId: string): Promise<InvitationDetail | null> {
  requireHr(viewer);
  return readAs(viewer, async (tx) => {
    const [found] = await sqlRows(tx, invitationRow)`
      SELECT invitation_status(i) AS status, i.invited_at, i.expires_at, i.opened_at, i.joined_at, i.reminders, l.member_id FROM invitations i
        JOIN leavers l ON l.company_id = i.company_id AND l.id = i.leaver_id
        WHERE i.company_id = ${viewer.companyId}::uuid AND i.leaver_id = ${leaverId}::uuid`;
    return found ? { ...found, mails: await readMails(tx, viewer, leaverId) } : null;
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
const invitationRow = z.object({
  status,
  invitedAt: time,
  expiresAt: time,
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
