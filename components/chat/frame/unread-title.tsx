"use client";

import { useEffect } from "react";
import { keepTitle } from "./keep-title.ts";
import { useUnread } from "./unread-provider.tsx";

const most = 99;

/** How many messages wait, before the title of the browser's tab: "(3) Feed". */
export function UnreadTitle() {
  const unread = useUnread();
  useEffect(() => {
    if (unread > 0) return keepTitle(unread > most ? `(${most}+) ` : `(${unread}) `);
  }, [unread]);
  return null;
}
