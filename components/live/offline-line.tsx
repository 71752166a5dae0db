"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useLive } from "./live-provider.tsx";
import { useStayOffline } from "./use-stay-offline.ts";

const graceMs = 1_500;

/**
 * A thin line above the page while there is no network, or while the sidecar's connection has been down for longer than a blink. It
 * keeps the reader on the page as long as there is no network.
 */
export function OfflineLine() {
  const text = useTranslations("shell");
  const tried = useStayOffline();
  const disconnected = useDisconnected();
  const online = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" className="sticky top-0 z-20">
      {(disconnected || !online) && (
        <p data-offline="" className="h-7 truncate bg-ink px-3 text-center text-xs leading-7 text-paper">
          {text(tried ? "offlineStay" : "offline")}
        </p>
      )}
    </div>
  );
}

function useDisconnected(): boolean {
  const { status } = useLive();
  const [lasting, setLasting] = useState(false);
  useEffect(() => {
    if (status !== "offline") return;
    const timer = setTimeout(() => setLasting(true), graceMs);
    return () => {
      clearTimeout(timer);
      setLasting(false);
    };
  }, [status]);
  return lasting;
}

function watchNetwork(onChange: () => void) {
  addEventListener("online", onChange);
  addEventListener("offline", onChange);
  return () => {
    removeEventListener("online", onChange);
    removeEventListener("offline", onChange);
  };
}
