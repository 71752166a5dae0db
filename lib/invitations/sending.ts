import "server-only";
import { z } from "zod";
import { localeSchema } from "#lib/auth/schema.ts";
import { newCode } from "#lib/auth/tokens.ts";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { grounds } from "#lib/leavers/schema.ts";
import { log } from "#lib/log.ts";
import { type Outcome, sendOnce } from "#lib/mail/sending-once.ts";
import { sqlRows } from "#lib/sql.ts";
import { bounceAddressOf } from "./bounce-address.ts";
import { invitationCodeHash, invitationTokenHash, newInvitationToken } from "./links.ts";
import { type InvitationContent, invitationMail } from "./mail.ts";

/** In seconds, how often the worker looks what is due. */
export const invitationRound = 5;
/** So that none waits in this process for so long that another takes it for lost. */
const maxAtOnce = 20;

/**
 * Sends the mails of invitations that are due, as many as may go now. Each is taken before the mail server hears of it and never sent by another worker;
 * one of which nobody learns whether it went is left so, for HR to send again. Returns how many were tried.
 */
export async function sendDueInvitations(): Promise<number> {
  const { invitationsPerMinute } = env();
  const perClaim = Math.ceil((invitationsPerMinute * invitationRound) / 60);
  const taken = await withScope(everyCompany, async (tx) => {
    const claims = await sqlRows(tx, claimSchema)`
      SELECT * FROM claim_invitation_mails(${invitationsPerMinute}::int, ${perClaim}::int)`;
    return Promise.all(claims.map((claim) => withLink(tx, claim)));
  });
  const queue = [...taken];
  const send = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await sendAndSettle(next);
  };
  await Promise.all(Array.from({ length: maxAtOnce }, send));
  return taken.length;
}

type Taken = { claim: Claim; token: string; code: string };

/** With a link and a code of its own, of which the hashes are kept. */
async function withLink(tx: Tx, claim: Claim): Promise<Taken> {
  const [token, code] = [newInvitationToken(), newCode()];
  await tx.$executeRaw`SELECT put_invitation_link(${claim.companyId}::uuid, ${claim.leaverId}::uuid, ${claim.id}::uuid, ${invitationTokenHash(token)},
    ${invitationCodeHash(code, token)})`;
  return { claim, token, code };
}

async function sendAndSettle({ claim, token, code }: Taken): Promise<void> {
  const { companyId, id } = claim;
  const { outcome, answer } = await sendClaimed(claim, token, code);
  if (outcome === "LATER" || outcome === "UNSURE")
    log.warn("a mail of an invitation was not sent", { companyId, part: outcome });
  await withScope(
    everyCompany,
    (tx) =>
      tx.$executeRaw`SELECT settle_invitation_mail(${companyId}::uuid, ${id}::uuid, ${outcome}, ${answer})`,
  );
}

async function sendClaimed(claim: Claim, token: string, code: string): Promise<Outcome> {
  try {
    const draft = await invitationMail(contentOf(claim, token, code));
    return await sendOnce(draft, { id: claim.id, from: bounceAddressOf(claim.id) });
  } catch (err) {
    // Nothing of it can have left: what the server did is no error here.
    log.error("a mail of an invitation could not be written", { companyId: claim.companyId, err });
    return { outcome: "LATER", answer: null };
  }
}

const claimSchema = z.object({
  companyId: z.uuid(),
  id: z.uuid(),
  leaverId: z.uuid(),
  reminder: z.boolean(),
  locale: localeSchema,
  attempts: z.int(),
  address: z.string(),
  expiresAt: z.date(),
  familyName: z.string(),
  givenName: z.string(),
  joinedOn: z.date(),
  leftOn: z.date(),
  department: z.string().nullable(),
  ground: z.enum(grounds),
  groundOn: z.date().nullable(),
  groundDocument: z.string().nullable(),
  company: z.string(),
  accentHue: z.int(),
  sender: z.string(),
  postalAddress: z.string(),
  contact: z.string(),
  subject: z.string().nullable(),
  body: z.string().nullable(),
});
type Claim = z.output<typeof claimSchema>;

function contentOf(claim: Claim, token: string, code: string): InvitationContent {
  const { address: to, locale, company, accentHue: hue, subject, body } = claim;
  const { familyName, givenName, department, reminder, expiresAt } = claim;
  return {
    to,
    locale,
    company: { name: company, hue },
    person: {
      familyName,
      givenName,
      joinedOn: dayOf(claim.joinedOn),
      leftOn: dayOf(claim.leftOn),
      department,
    },
    ground: {
      kind: claim.ground,
      on: claim.groundOn && dayOf(claim.groundOn),
      document: claim.groundDocument,
    },
    sender: { name: claim.sender, postalAddress: claim.postalAddress, contact: claim.contact },
    words: subject !== null && body !== null ? { subject, body } : null,
    token,
    code,
    reminder,
    expiresAt,
  };
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
