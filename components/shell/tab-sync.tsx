"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/**
 * Has this page rendered again when another tab was rendered otherwise: a layout is kept from page to page, and with it the language, the
 * time zone and the colours of its time. `look`: all that layouts take from the account's preferences.
 */
export function TabSync({ look }: { look: string }) {
  const router = useRouter();
  useEffect(() => {
    const tabs = new BroadcastChannel("okaeri:look");
    tabs.onmessage = ({ data }) => {
      if (data !== look) router.refresh();
    };
    // Fresh from the server, so the newest that there is; a tab that agrees says nothing.
    tabs.postMessage(look);
    return () => tabs.close();
  }, [look, router]);
  return null;
}
