import "server-only";
import { chatNotifications } from "#lib/chat/notifications.ts";
import type { NotificationSources } from "#lib/notifications/schema.ts";

/** Who says what there is to tell, by kind. */
export const notificationSources: NotificationSources = { CHAT: chatNotifications };
