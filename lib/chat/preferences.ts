import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { type ChatPreferences, chatPreferencesSchema } from "#lib/chat/schema.ts";

const defaults: ChatPreferences = {
  shareReads: true,
  showOnline: true,
  mailAfterMinutes: 15,
  mailContent: true,
  pushContent: true,
};

/** What the viewer chose in this company, or what holds for anyone who chose nothing. */
export async function findChatPreferences(viewer: Viewer): Promise<ChatPreferences> {
  const { companyId, memberId } = viewer;
  const kept = await withViewer(viewer, (tx) =>
    tx.chatPreferences.findFirst({ where: { companyId, memberId } }),
  );
  return kept ? chatPreferencesSchema.parse(kept) : defaults;
}

/** Keeps what the viewer chose; what is left out stays. Live screens are told by the database. */
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
