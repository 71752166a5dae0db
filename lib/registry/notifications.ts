import "server-only";
import { chatNotifications } from "#lib/chat/notifications.ts";
import { feedNotifications } from "#lib/feed/notifications.ts";
import type { NotificationSources } from "#lib/notifications/schema.ts";
import { correctionNotifications } from "#lib/people/correction-notifications.ts";
import { searchNotifications } from "#lib/people/notifications.ts";

/** Who says what there is to tell, by kind. One setting says whether there are mails, and when: who stops those of one kind stops all. */
export const notificationSources: NotificationSources = {
  CHAT: chatNotifications,
  OKAERI: { ...feedNotifications, stopMails: chatNotifications.stopMails },
  CORRECTION: { ...correctionNotifications, stopMails: chatNotifications.stopMails },
  SEARCH: { ...searchNotifications, stopMails: chatNotifications.stopMails },
};
