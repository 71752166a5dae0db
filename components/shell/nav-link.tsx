"use client";

import { BookUser, MessageCircle, Newspaper } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { NavItem, NavName } from "./frame-view.ts";

/** A place of the frame; the current one carries a ribbon in the company's colour. */
export function NavLink({ name, href, badge }: NavItem) {
  const text = useTranslations("shell.nav");
  const pathname = usePathname();
  const current = pathname === href || pathname.startsWith(`${href}/`);
  const Icon = icons[name];
  return (
    <Link href={href} aria-current={current ? "page" : undefined} className={navLinkStyle}>
      <span className="grid h-7 place-items-center">
        <Icon className="size-5.5" strokeWidth={current ? 2 : 1.6} aria-hidden="true" />
      </span>
      {text(name)}
      {badge && <span className="absolute top-1 left-1/2 ms-1.5 flex leading-none">{badge}</span>}
    </Link>
  );
}

export const navLinkStyle =
  "relative flex min-h-15 w-full flex-col items-center justify-center gap-0.5 text-2xs leading-none text-ink-soft transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current]:font-semibold aria-[current]:text-ink before:absolute before:bg-transparent aria-[current]:before:bg-accent max-md:before:inset-x-6 max-md:before:-top-px max-md:before:h-0.5 md:before:inset-y-3 md:before:-right-px md:before:w-0.5";

const icons = { feed: Newspaper, directory: BookUser, chat: MessageCircle } satisfies Record<
  NavName,
  unknown
>;
