import "server-only";
import { z } from "zod";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { companyHref } from "#lib/hrefs.ts";
import { log } from "#lib/log.ts";
import { type MailDraft, queueMail } from "#lib/mail/mailer.ts";
import { digestMail } from "#lib/notifications/digest-mail.ts";
import {
  localeOf,
  type MailSection,
  type NotificationSources,
  notificationSchema,
} from "#lib/notifications/schema.ts";
import { markTold, queueAll } from "#lib/notifications/sources.ts";
import { stopToken } from "#lib/notifications/stopping.ts";
import { sqlRows } from "#lib/sql.ts";

const maxAtOnce = 20;

const claimSchema = notificationSchema.extend({ email: z.string(), accentHue: z.int() });
type Claim = z.infer<typeof claimSchema>;

/**
 * Mails members what they have left unread for as long as they chose: one mail for each company, each notification once, however many
 * workers there are. The mail and the mark that it was told commit together. Returns how many mails. A failure is logged and skipped.
 */
export async function mailDueDigests(sources: NotificationSources): Promise<number> {
  await queueAll(sources, "mail");
  let written = 0;
  for (let claimed = maxAtOnce; claimed === maxAtOnce; ) {
    claimed = await withScope(everyCompany, async (tx) => {
      const members = await claimDigests(tx);
      for (const claims of members) if (await writeDigest(tx, sources, claims)) written += 1;
      return members.length;
    });
  }
  return written;
}

/** What is due, by member. */
async function claimDigests(tx: Tx): Promise<Claim[][]> {
  const claims = await sqlRows(tx, claimSchema)`SELECT * FROM claim_digests(${maxAtOnce}::int)`;
  return [...Map.groupBy(claims, ({ companyId, memberId }) => `${companyId} ${memberId}`).values()];
}

/** Returns whether a mail was written. */
async function writeDigest(tx: Tx, sources: NotificationSources, claims: Claim[]): Promise<boolean> {
  const [first] = claims;
  const sections = await findSections(tx, sources, claims);
  if (!first || sections.length === 0) return false;
  let draft: MailDraft | undefined;
  try {
    draft = await digestMail(frameOf(first), await Promise.all(sections.map((write) => write())));
    await queueMail(tx, draft);
    return true;
  } catch (err) {
    // A database error ends the transaction, so that none of its mails counts as told.
    if (draft && !(err instanceof z.ZodError)) throw err;
    const { companyId, memberId } = first;
    log.error("no mail of unread messages could be written", { companyId, memberId, err });
    return false;
  }
}

async function findSections(
  tx: Tx,
  sources: NotificationSources,
  claims: Claim[],
): Promise<(() => Promise<MailSection>)[]> {
  const sections: (() => Promise<MailSection>)[] = [];
  for (const [kind, due] of Map.groupBy(claims, (claim) => claim.kind)) {
    const section = await sources[kind].findSection(tx, due);
    if (!section) continue;
    sections.push(section.write);
    const told = new Map(section.told.map(({ subject, number }) => [subject, number]));
    await markTold(
      tx,
      "mail",
      kind,
      due.flatMap((claim) => {
        const number = told.get(claim.subject);
        return number === undefined ? [] : [{ ...claim, number }];
      }),
    );
  }
  return sections;
}

function frameOf(claim: Claim) {
  const { email, slug, company, accentHue, companyId, memberId } = claim;
  const { appUrl } = env();
  return {
    to: email,
    locale: localeOf(claim),
    company: { name: company, hue: accentHue },
    settings: appUrl + companyHref(slug, "settings"),
    unsubscribe: `${appUrl}/api/c/${slug}/stop-mails/${stopToken({ companyId, memberId })}`,
  };
}
