import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { type ChatPreferences, chatPreferencesSchema } from "#lib/chat/schema.ts";
import type { Tx } from "#lib/db.ts";

const defaults: ChatPreferences = {
  shareReads: true,
  showOnline: true,
  mailAfterMinutes: 15,
  mailContent: true,
  pushContent: true,
};

/** The viewer's chat preferences in this company, or the defaults. */
export async function findChatPreferences(viewer: Viewer): Promise<ChatPreferences> {
  return withViewer(viewer, (tx) => readChatPreferences(tx, viewer));
}

/** The same within a transaction of that member's. */
export async function readChatPreferences(
  tx: Tx,
  { companyId, memberId }: Pick<Viewer, "companyId" | "memberId">,
): Promise<ChatPreferences> {
  const kept = await tx.chatPreferences.findFirst({ where: { companyId, memberId } });
  return kept ? chatPreferencesSchema.parse(kept) : defaults;
}

/** Saves the viewer's chat preferences; what is left out is not changed. A trigger tells live screens. */
export async function saveChatPreferences(viewer: Viewer, chosen: Partial<ChatPreferences>): Promise<void> {
  const { companyId, memberId } = viewer;
  await withViewer(viewer, (tx) =>
    tx.chatPreferences.upsert({
      where: { companyId_memberId: { companyId, memberId } },
      create: { companyId, memberId, ...chosen },
      update: chosen,
    }),
  );
}
