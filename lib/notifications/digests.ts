import "server-only";
import { z } from "zod";
import {
  callCount,
  calledLineSchema,
  callSchema,
  callTitle,
  callWords,
  threadPath,
} from "#lib/chat/calls.ts";
import { stopToken } from "#lib/chat/stopping.ts";
import { everyCompany, type Tx, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { type Digest, type DigestThread, digestMail } from "#lib/mail/digest-mail.ts";
import { queueMail } from "#lib/mail/mailer.ts";

const mostAtOnce = 20;
const mostCharacters = 140;

const memberSchema = z.looseObject({ company_id: z.uuid(), member_id: z.uuid() });
const claimSchema = callSchema.extend({
  ...memberSchema.shape,
  email: z.string(),
  lines: z.array(calledLineSchema).min(1),
});
type Claim = z.infer<typeof claimSchema>;

/**
 * Writes to members who have left messages unread for as long as they chose: one mail for all of a company's threads, each message
 * told once, however many workers there are. A mail is queued when, and only when, it is kept that it was. Returns how many. Who cannot
 * be written to is logged and passed over.
 */
export async function mailDueDigests(): Promise<number> {
  let written = 0;
  for (let claims = mostAtOnce; claims === mostAtOnce; ) {
    claims = await withScope(everyCompany, async (tx) => {
      const members = await claimDigests(tx);
      for (const rows of members.values()) if (await writeDigest(tx, rows)) written += 1;
      return members.size;
    });
  }
  return written;
}

/** What is due, by member. */
async function claimDigests(tx: Tx): Promise<Map<string, unknown[]>> {
  const rows = await tx.$queryRaw`SELECT * FROM claim_digests(${mostAtOnce}::int)`;
  const members = new Map<string, unknown[]>();
  for (const row of z.array(memberSchema).parse(rows)) {
    const member = `${row.company_id}/${row.member_id}`;
    members.set(member, [...(members.get(member) ?? []), row]);
  }
  return members;
}

async function writeDigest(tx: Tx, rows: unknown[]): Promise<boolean> {
  try {
    const claims = z.tuple([claimSchema], claimSchema).parse(rows);
    await queueMail(tx, await digestMail(digestOf(claims)));
    return true;
  } catch (error) {
    // What the database says ends the transaction: then nobody counts as told.
    if (!(error instanceof z.ZodError)) throw error;
    const { company_id: companyId, member_id: memberId } = memberSchema.parse(rows[0]);
    log.error("no mail of unread messages could be written", { companyId, memberId, err: error });
    return false;
  }
}

function digestOf(claims: [Claim, ...Claim[]]): Digest {
  const { email, locale, company, slug, company_id: companyId, member_id: memberId } = claims[0];
  return {
    to: email,
    locale,
    company,
    chat: `${env().appUrl}/c/${slug}/chat`,
    settings: `${env().appUrl}/c/${slug}/settings`,
    unsubscribe: `${env().appUrl}/api/c/${slug}/stop-mails/${stopToken({ companyId, memberId })}`,
    threads: claims.map(threadOf),
  };
}

function threadOf(claim: Claim): DigestThread {
  const { direct, asked, name, lines, unread } = claim;
  const newest = lines.at(-1)?.author ?? "";
  const invitation = asked && !direct;
  return {
    title: invitation ? newest : callTitle(claim, newest),
    href: env().appUrl + threadPath(claim),
    direct,
    asked,
    unread,
    count: callCount(unread),
    group: invitation ? name : null,
    lines: lines.flatMap(({ author, words, files }) =>
      words === null ? [] : [{ author, text: callWords(words, mostCharacters), files }],
    ),
  };
}
