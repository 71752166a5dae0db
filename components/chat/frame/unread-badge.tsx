"use client";

import { useTranslations } from "next-intl";
import { Count } from "#components/ui/count.tsx";
import { useUnread } from "./unread-provider.tsx";

/** How many messages wait, over all threads. */
export function UnreadBadge() {
  const text = useTranslations("chat");
  const unread = useUnread();
  return <Count value={unread} label={text("unread", { count: unread })} />;
}
