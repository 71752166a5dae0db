"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { outdatedStore } from "./old-page.ts";

/** A thin line above a page that the server no longer understands, with the way to the new one. */
export function OutdatedLine() {
  const text = useTranslations("shell");
  const outdated = useSyncExternalStore(
    outdatedStore.subscribe,
    outdatedStore.get,
    outdatedStore.getOnServer,
  );
  return (
    <div role="status" className="sticky top-0 z-20">
      {outdated && (
        <p data-offline="" className="h-7 truncate bg-ink px-3 text-center text-xs leading-7 text-paper">
          {text("outdated")}{" "}
          <button type="button" className="h-7 px-2 underline" onClick={() => location.reload()}>
            {text("renew")}
          </button>
        </p>
      )}
    </div>
  );
}
