import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { listPages, type PageViewer, pageAt } from "#components/navigation/pages.ts";
import { usePendingNavigation } from "#components/navigation/pending-navigation.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { Badges } from "./frame-view.ts";

type NavLinksProps = { viewer: PageViewer; badges: Badges };

/** The places of the frame, for its rail and its bottom bar. The pill goes at once to the one that is asked for. */
export function NavLinks({ viewer, badges }: NavLinksProps) {
  const text = useTranslations();
  const here = usePathname();
  const pending = usePendingNavigation();
  const pages = listPages(viewer, "bar");
  const current = pageAt(pages, here);
  const chosen = pending ? pageAt(pages, new URL(pending.href, location.href).pathname) : current;
  return pages.map((page) => (
    <Link
      key={page.href}
      href={page.href}
      aria-current={page === current ? "page" : undefined}
      data-chosen={page === chosen ? "" : undefined}
      className="nav-link"
    >
      <span className="nav-icon">
        <Icon icon={page.icon} className="size-5.5" />
      </span>
      {text(page.label)}
      {page.badge && (
        <span className="absolute top-1 left-1/2 ms-2 flex leading-none">{badges[page.badge]}</span>
      )}
    </Link>
  ));
}
