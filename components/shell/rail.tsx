import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ArrowKeys } from "#components/ui/arrow-keys.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { CompanyMark } from "#components/ui/company-mark.tsx";
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
    <header className="fixed top-(--top) bottom-0 left-0 z-10 flex w-(--rail) flex-col items-center border-e border-hairline py-4 max-md:hidden">
      <ArrowKeys items="a, button" className="flex w-full flex-col items-center">
        <Link href={company.href} className="rounded-control">
          <CompanyMark name={company.name} hue={company.hue} />
          <span className="sr-only">{company.name}</span>
        </Link>
        <div className="mt-4 w-full">{palette}</div>
        <nav aria-label={text("nav.label")} className="mt-3 grid w-full gap-1">
          <NavLinks viewer={viewer} badges={badges} />
        </nav>
      </ArrowKeys>
      <div className="mt-auto">
        <ViewerCorner
          viewer={viewer}
          companies={companies}
          side="right"
          trigger={
            <>
              <Avatar person={viewer} size={48} />
              <span className="sr-only">{text("menu.label", { name: viewer.displayName })}</span>
            </>
          }
          triggerClassName="flex rounded-full"
        />
      </div>
    </header>
  );
}
