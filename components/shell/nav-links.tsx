import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { listPages, type PageViewer } from "#components/navigation/pages.ts";
import { usePendingNavigation } from "#components/navigation/pending-navigation.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { Badges } from "./frame-view.ts";

type NavLinksProps = { viewer: PageViewer; badges: Badges };

/** The places of the frame, for its rail and its bottom bar. The pill goes at once to the one that is asked for. */
export function NavLinks({ viewer, badges }: NavLinksProps) {
  const text = useTranslations();
  const here = usePathname();
  const pending = usePendingNavigation();
  const chosen = pending ? new URL(pending.href, location.href).pathname : here;
  return listPages(viewer, "bar").map(({ href, icon, label, badge }) => (
    <Link
      key={href}
      href={href}
      aria-current={leadsTo(href, here) ? "page" : undefined}
      data-chosen={leadsTo(href, chosen) ? "" : undefined}
      className="nav-link"
    >
      <span className="nav-icon">
        <Icon icon={icon} className="size-5.5" />
      </span>
      {text(label)}
      {badge && <span className="absolute top-1 left-1/2 ms-2 flex leading-none">{badges[badge]}</span>}
    </Link>
  ));
}

function leadsTo(href: string, path: string): boolean {
  return path === href || path.startsWith(`${href}/`);
}
