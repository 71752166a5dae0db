"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { navLinkStyle } from "#components/navigation/nav-link-style.ts";
import { listPages, type PageViewer } from "#components/navigation/pages.ts";
import type { Badges } from "./frame-view.ts";

type NavLinksProps = { viewer: PageViewer; badges: Badges };

/** The places of the frame, for its rail and its bottom bar. */
export function NavLinks({ viewer, badges }: NavLinksProps) {
  const text = useTranslations();
  const pathname = usePathname();
  return listPages(viewer, "bar").map(({ href, icon: Icon, label, badge }) => {
    const current = pathname === href || pathname.startsWith(`${href}/`);
    return (
      <Link key={href} href={href} aria-current={current ? "page" : undefined} className={navLinkStyle}>
        <span className="grid h-7 place-items-center">
          <Icon className="size-5.5" strokeWidth={current ? 2 : 1.6} aria-hidden="true" />
        </span>
        {text(label)}
        {badge && <span className="absolute top-1 left-1/2 ms-1 flex leading-none">{badges[badge]}</span>}
      </Link>
    );
  });
}
