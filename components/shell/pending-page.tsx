"use client";

import { usePathname } from "next/navigation";
import type { Navigation } from "#components/navigation/navigations.ts";
import { usePendingNavigation } from "#components/navigation/pending-navigation.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { PageOutline } from "./page-outline.tsx";

/** Over the page that one is leaving: the outline of the one that is asked for, where that takes more than a blink. */
export function PendingPage() {
  const here = usePathname();
  const pending = usePendingNavigation();
  const next = pending && outlined(pending, here);
  if (!next) return null;
  // From one conversation to another the list stays, and so do the places of the desk.
  const beside = inRoom(here, "chat") && next.open;
  return (
    <div
      data-full-screen={next.open ? "" : undefined}
      className={classNames(
        "fixed inset-0 top-(--top) z-5 animate-appear overflow-hidden bg-paper",
        beside ? "md:start-[calc(var(--rail)+var(--list))]" : "md:start-(--rail)",
        inRoom(here, "desk") && next.path.startsWith("desk") && "lg:start-[calc(var(--rail)+var(--desk))]",
      )}
    >
      <PageOutline path={next.path} beside={beside} />
    </div>
  );
}

/** What stands where below the company, and whether that is a conversation; null where the page only changes. */
function outlined({ href, type }: Navigation, here: string): { path: string; open: boolean } | null {
  const { pathname } = new URL(href, location.href);
  // A search, a filter, or a dialog's own address: the page stays, and what is open over it.
  if (type === "replace" || pathname === here) return null;
  const [, , , ...rest] = pathname.split("/");
  if (rest.length === 0) return null;
  return { path: rest.join("/"), open: rest[0] === "chat" && rest.length > 1 };
}

function inRoom(path: string, room: string): boolean {
  return path.split("/")[3] === room;
}
