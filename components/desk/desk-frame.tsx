"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";
import { listPages, type PageBadge, type PageViewer, pageAt } from "#components/navigation/pages.ts";
import { usePendingNavigation } from "#components/navigation/pending-navigation.tsx";
import { ArrowKeys } from "#components/ui/arrow-keys.tsx";
import { Icon } from "#components/ui/icon.tsx";

type DeskFrameProps = {
  viewer: PageViewer;
  badges: Partial<Record<PageBadge, ReactNode>>;
  children: ReactNode;
};

/** Around every page of HR's desk: its places, beside them where there is room, else above. The pill goes at once to the one that is asked for. */
export function DeskFrame({ viewer, badges, children }: DeskFrameProps) {
  const text = useTranslations();
  const here = usePathname();
  const pending = usePendingNavigation();
  const pages = listPages(viewer, "desk");
  const current = pageAt(pages, here);
  const chosen = pending ? pageAt(pages, new URL(pending.href, location.href).pathname) : current;
  const places = useRef<HTMLElement>(null);
  // On a phone they are a line that moves sideways.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the page changes.
  useEffect(() => {
    places.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [here]);
  return (
    <div className="lg:ps-(--desk)">
      <nav
        ref={places}
        aria-label={text("desk.title")}
        className="border-hairline max-lg:overflow-x-auto max-lg:border-b lg:fixed lg:start-(--rail) lg:top-(--top) lg:bottom-0 lg:w-(--desk) lg:overflow-y-auto lg:border-e"
      >
        <ArrowKeys items="a" className="flex gap-1 p-2 lg:flex-col lg:p-4 lg:pt-16">
          {pages.map((page) => (
            <Link
              key={page.href}
              href={page.href}
              aria-current={page === current ? "page" : undefined}
              data-chosen={page === chosen ? "" : undefined}
              className="desk-link"
            >
              <Icon icon={page.icon} className="size-5 shrink-0" />
              {text(page.label)}
              {page.badge && <span className="ms-auto flex">{badges[page.badge]}</span>}
            </Link>
          ))}
        </ArrowKeys>
      </nav>
      {children}
    </div>
  );
}
