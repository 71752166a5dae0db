"use client";

import { usePathname } from "next/navigation";
import { useEffect } from "react";
import { useLiveEvent } from "./use-live-event.ts";

/** Brings in public/sw.js, tells its offline page how the pages look, and takes away notifications of what was read, wherever it was. */
export function ServiceWorker() {
  const path = usePathname();

  useEffect(() => {
    // Not there without https, or where a browser keeps nothing; all but push and the offline page works without it.
    if (navigator.serviceWorker) bringIn(navigator.serviceWorker).catch(() => {});
  }, []);

  // Language and colour scheme are attributes of the root, and may change from page to page.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path says when to look again
  useEffect(() => {
    const { lang, dataset } = document.documentElement;
    try {
      localStorage.setItem("okaeri-look", `${lang} ${dataset.scheme ?? "system"}`);
    } catch {}
  }, [path]);

  useLiveEvent("thread:read", ({ threadId }) => closeNotices(threadId));
  return null;
}

async function bringIn(workers: ServiceWorkerContainer): Promise<void> {
  await workers.register("/sw.js");
  const { active } = await workers.ready;
  // It claims the pages that are open when it becomes active: not one that is just then on its way.
  if (!workers.controller) active?.postMessage("claim");
}

async function closeNotices(tag: string): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration("/");
  for (const notice of (await registration?.getNotifications({ tag })) ?? []) notice.close();
}
