import "server-only";
import { createTranslator } from "use-intl/core";
import { z } from "zod";
import {
  callCount,
  calledLineSchema,
  callSchema,
  callTitle,
  callWords,
  threadPath,
} from "#lib/chat/calls.ts";
import { everyCompany, withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import { log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";
import type { PushNotice } from "#lib/push/schema.ts";
import { sendPush } from "#lib/push/sending.ts";
import { forgetPushSubscription } from "#lib/push/subscriptions.ts";

/** How long a message may be read on an open screen before anybody is woken, in seconds. */
const grace = 4;
const mostAtOnce = 50;
const mostCharacters = 160;

const claimSchema = callSchema.extend({
  ...calledLineSchema.shape,
  subscriptions: z.array(z.object({ endpoint: z.string(), p256dh: z.string(), auth: z.string() })),
});
type Claim = z.infer<typeof claimSchema>;

/**
 * Wakes the browsers of members whom a message calls and who have not read it: each once for a message, however many workers there
 * are. Returns how many pushes were taken by their services. What a service refuses is logged and not tried again: the mail comes.
 */
export async function sendDuePushes(): Promise<number> {
  if (!env().vapid) return 0;
  let sent = 0;
  // Fewer than were asked for say nothing: places in which nothing calls their member are claimed too, and not returned.
  for (let due = await claimPushes(); due.length > 0; due = await claimPushes()) {
    for (const count of await Promise.all(due.map(tellIfReadable))) sent += count;
  }
  return sent;
}

async function claimPushes(): Promise<unknown[]> {
  const rows = await withScope(
    everyCompany,
    (tx) => tx.$queryRaw`SELECT * FROM claim_pushes(${grace} * interval '1 second', ${mostAtOnce}::int)`,
  );
  return z.array(z.unknown()).parse(rows);
}

/** One that cannot be read is logged, and takes no other with it. */
async function tellIfReadable(row: unknown): Promise<number> {
  const claim = claimSchema.safeParse(row);
  if (claim.success) return tell(claim.data);
  log.error("a push that cannot be written", { err: claim.error });
  return 0;
}

async function tell(claim: Claim): Promise<number> {
  const notice = await noticeOf(claim);
  const told = await Promise.all(
    claim.subscriptions.map(async (address) => {
      const outcome = await sendPush(address, notice);
      if (outcome === "gone") await forgetPushSubscription(address.endpoint);
      // An address is a key to its browser: the log has the service alone.
      else if (outcome !== "sent")
        log.warn("a push service took no notice", {
          host: new URL(address.endpoint).host,
          ...outcome.failure,
        });
      metrics().pushes.inc({ outcome: typeof outcome === "string" ? outcome : "failed" });
      return outcome === "sent" ? 1 : 0;
    }),
  );
  return told.reduce<number>((sum, count) => sum + count, 0);
}

async function noticeOf(claim: Claim): Promise<PushNotice> {
  const { locale, author, asked, thread_id: tag } = claim;
  const messages = await loadMessages(locale);
  const text = createTranslator({ locale, messages, namespace: "push" });
  const where = { tag, path: threadPath(claim), locale };
  if (asked && claim.direct)
    return { ...where, title: text("request", { name: author }), body: claim.company };
  if (asked) {
    const body = [claim.name, claim.company].filter(Boolean).join("\n");
    return { ...where, title: text("invitation", { name: author }), body };
  }
  const title = callTitle(claim, author);
  const unread = callCount(claim.unread);
  if (claim.words === null)
    return { ...where, title, body: `${text("new", { count: unread })}\n${claim.company}` };
  const said = callWords(claim.words, mostCharacters) || text("files", { count: claim.files });
  const line = claim.direct ? said : text("said", { name: author, text: said });
  return { ...where, title, body: claim.unread > 1 ? `${line}\n${text("unread", { count: unread })}` : line };
}
