"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

type OfflineLineProps = { offline?: boolean; tried?: boolean };

/**
 * A thin line above the page while there is no network, or while `offline` says that a connection of one's own is down. `tried`: the
 * reader wanted to go to another page.
 */
export function OfflineLine({ offline = false, tried = false }: OfflineLineProps) {
  const text = useTranslations("shell");
  const online = useSyncExternalStore(
    watchNetwork,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status" className="sticky top-0 z-20">
      {(offline || !online) && (
        <p data-offline="" className="h-7 truncate bg-ink px-3 text-center text-xs leading-7 text-paper">
          {text(tried ? "offlineStay" : "offline")}
        </p>
      )}
    </div>
  );
}

function watchNetwork(onChange: () => void) {
  addEventListener("online", onChange);
  addEventListener("offline", onChange);
  return () => {
    removeEventListener("online", onChange);
    removeEventListener("offline", onChange);
  };
}
