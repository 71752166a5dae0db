import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Monogram } from "#components/ui/monogram.tsx";
import { CompanyMark } from "./company-mark.tsx";
import type { FrameCompany, FrameViewer, NavItem } from "./frame-view.ts";
import { NavLink } from "./nav-link.tsx";
import { ViewerMenu } from "./viewer-menu.tsx";

type RailProps = {
  company: FrameCompany;
  companies: readonly FrameCompany[];
  nav: readonly NavItem[];
  viewer: FrameViewer;
  palette: ReactNode;
};

/** The frame's left edge, from tablets up. */
export function Rail({ company, companies, nav, viewer, palette }: RailProps) {
  const text = useTranslations("shell");
  return (
    <header className="fixed top-(--top) bottom-0 left-0 z-10 flex w-22 flex-col items-center border-e border-hairline py-5 max-md:hidden">
      <Link href={company.href} className="rounded-control">
        <CompanyMark name={company.name} hue={company.hue} />
        <span className="sr-only">{company.name}</span>
      </Link>
      <div className="mt-5 w-full">{palette}</div>
      <nav aria-label={text("nav.label")} className="mt-3 grid w-full gap-1">
        {nav.map((item) => (
          <NavLink key={item.name} {...item} />
        ))}
      </nav>
      <div className="mt-auto">
        <ViewerMenu
          viewer={viewer}
          companies={companies}
          side="right"
          trigger={
            <>
              <Monogram text={viewer.monogram} name={viewer.displayName} />
              <span className="sr-only">{text("menu.label", { name: viewer.displayName })}</span>
            </>
          }
          triggerClassName="flex rounded-full"
        />
      </div>
    </header>
  );
}
