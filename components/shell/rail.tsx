import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CompanyMark } from "#components/ui/company-mark.tsx";
import { Monogram } from "#components/ui/monogram.tsx";
import type { Badges, FrameCompany, FrameViewer } from "./frame-view.ts";
import { NavLinks } from "./nav-links.tsx";
import { ViewerCorner } from "./viewer-corner.tsx";

type RailProps = {
  company: FrameCompany;
  companies: readonly FrameCompany[];
  viewer: FrameViewer;
  badges: Badges;
  palette: ReactNode;
};

/** The frame's left edge, from tablets up. */
export function Rail({ company, companies, viewer, badges, palette }: RailProps) {
  const text = useTranslations("shell");
  return (
    <header className="fixed top-(--top) bottom-0 left-0 z-10 flex w-22 flex-col items-center border-e border-hairline py-5 max-md:hidden">
      <Link href={company.href} className="rounded-control">
        <CompanyMark name={company.name} hue={company.hue} />
        <span className="sr-only">{company.name}</span>
      </Link>
      <div className="mt-5 w-full">{palette}</div>
      <nav aria-label={text("nav.label")} className="mt-3 grid w-full gap-1">
        <NavLinks viewer={viewer} badges={badges} />
      </nav>
      <div className="mt-auto">
        <ViewerCorner
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
