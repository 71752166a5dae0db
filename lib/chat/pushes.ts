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
import { withScope } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { loadMessages } from "#lib/i18n/messages.ts";
import type { PushNotice } from "#lib/push/schema.ts";
import { sendPush } from "#lib/push/sending.ts";
import { forgetPushSubscription } from "#lib/push/subscriptions.ts";

/** How long a message may be read on an open screen before anybody is woken, in seconds. */
const grace = 4;
const mostAtOnce = 50;
const mostCharacters = 160;

const claimSchema = z.array(
  callSchema.extend({
    ...calledLineSchema.shape,
    subscriptions: z.array(z.object({ endpoint: z.string(), p256dh: z.string(), auth: z.string() })),
  }),
);
type Claim = z.infer<typeof claimSchema>[number];

/**
 * Wakes the browsers of members whom a message calls and who have not read it: each once for a message, however many workers there
 * are. Returns how many pushes were taken by their services. What a service refuses is logged and not tried again: the mail comes.
 */
export async function sendDuePushes(): Promise<number> {
  if (!env().vapid) return 0;
  let sent = 0;
  for (let claims = mostAtOnce; claims === mostAtOnce; ) {
    const due = await claimPushes();
    claims = due.length;
    for (const count of await Promise.all(due.map(tell))) sent += count;
  }
  return sent;
}

async function claimPushes(): Promise<Claim[]> {
  const rows = await withScope(
    {},
    (tx) => tx.$queryRaw`SELECT * FROM claim_pushes(${grace} * interval '1 second', ${mostAtOnce}::int)`,
  );
  return claimSchema.parse(rows);
}

async function tell(claim: Claim): Promise<number> {
  const notice = await noticeOf(claim);
  const told = await Promise.all(
    claim.subscriptions.map(async (address) => {
      const outcome = await sendPush(address, notice);
      if (outcome === "gone") await forgetPushSubscription(address.endpoint);
      // An address is a key to its browser: the log has the service alone.
      else if (outcome !== "sent")
        console.warn(`[push] ${new URL(address.endpoint).host}: ${outcome.failure}`);
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
