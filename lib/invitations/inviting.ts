import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { Invalid, NotFound } from "#lib/errors.ts";
import { requireHr } from "#lib/leavers/hr.ts";
import type { Selection } from "#lib/leavers/record-input.ts";
import { findSelected } from "#lib/leavers/selection.ts";
import { sqlRow, sqlRows, sqlValue } from "#lib/sql.ts";
import type { InvitationLocale } from "./input.ts";
import { invitationDays, maxReminders, obstacles, reminderPauseDays } from "./policy.ts";
import type { InvitingCounts } from "./schema.ts";

type Of = { of: Selection };

/** How many of these leavers would be invited or reminded, and who is left out. Throws as `inviteLeavers`, but for what is missing. */
export async function countInvitable(viewer: Viewer, { of }: Of, today: string): Promise<InvitingCounts> {
  requireHr(viewer);
  return withViewer(viewer, async (tx) => readCounts(tx, await findSelected(tx, of, today)));
}

/**
 * Queues a mail for each of these leavers who may be invited, or reminded. `count`: how many mails HR was told of. `today` is a day in HR's own time
 * zone. Throws Invalid where by now it would be others ("count"), where it is not said who the mails are from ("sender") or for what the company keeps
 * records ("purpose"), and NotFound for who is not of HR.
 */
export async function inviteLeavers(
  viewer: Viewer,
  { of, locale, count }: Of & { locale: InvitationLocale; count: number },
  today: string,
): Promise<{ invited: number; reminded: number }> {
  requireHr(viewer);
  return withViewer(viewer, async (tx) => {
    await requireWords(tx, viewer);
    const ids = await findSelected(tx, of, today);
    const done = await sqlRow(
      tx,
      invitedRow,
    )`SELECT * FROM invite_leavers(${ids}::uuid[], ${locale}, ${maxReminders}::int,
      ${reminderPauseDays}::int, ${invitationDays}::int)`;
    if (done.invited + done.reminded !== count) throw new Invalid({ count: "changed" });
    return done;
  });
}

/**
 * Sends one leaver another mail at once, whatever came of those before. Throws Invalid ("leaver") with what keeps
 * them from it, NotFound where there is no such leaver, and as `inviteLeavers`.
 */
export async function resendInvitation(
  viewer: Viewer,
  { leaverId, locale }: { leaverId: string; locale: InvitationLocale },
): Promise<void> {
  requireHr(viewer);
  await withViewer(viewer, async (tx) => {
    await requireWords(tx, viewer);
    const kept = await sqlValue(tx, z.enum([...obstacles, "gone"]).nullable())`
      SELECT resend_invitation(${leaverId}::uuid, ${locale}, ${invitationDays}::int)`;
    if (kept === "gone") throw new NotFound();
    if (kept) throw new Invalid({ leaver: kept });
  });
}

/** Takes the invitations of these leavers back: their links lead nowhere from now on. Returns how many were. Throws as `countInvitable`. */
export async function revokeInvitations(viewer: Viewer, { of }: Of, today: string): Promise<number> {
  requireHr(viewer);
  return withViewer(viewer, async (tx) => {
    const ids = await findSelected(tx, of, today);
    return sqlValue(tx, z.int())`SELECT revoke_invitations(${ids}::uuid[])`;
  });
}

const invitedRow = z.object({ invited: z.int(), reminded: z.int() });
const countRow = z.object({ verdict: z.enum(["invite", "remind", ...obstacles]), people: z.int() });

async function readCounts(tx: Tx, ids: string[]): Promise<InvitingCounts> {
  const rows = await sqlRows(
    tx,
    countRow,
  )`SELECT * FROM count_invitable(${ids}::uuid[], ${maxReminders}::int, ${reminderPauseDays}::int)`;
  const counts = Object.fromEntries(rows.map(({ verdict, people }) => [verdict, people]));
  const { invite = 0, remind = 0, ...left } = counts;
  return { invite, remind, left };
}

/** What the law wants in each mail has to be known first. */
async function requireWords(tx: Tx, { companyId }: Viewer): Promise<void> {
  if (!(await tx.companySender.findUnique({ where: { companyId } })))
    throw new Invalid({ sender: "missing" });
  if ((await tx.companyPurpose.count({ where: { companyId } })) === 0)
    throw new Invalid({ purpose: "missing" });
}
