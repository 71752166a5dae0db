"use client";

import type { ReactNode } from "react";
import { PendingNavigation } from "#components/navigation/pending-navigation.tsx";
import { CompanyAccent } from "#components/ui/company-accent.tsx";
import { BottomBar } from "./bottom-bar.tsx";
import type { Badges, FrameCompany, FrameViewer } from "./frame-view.ts";
import { PendingPage } from "./pending-page.tsx";
import { PhoneHead } from "./phone-head.tsx";
import { Rail } from "./rail.tsx";
import { SkipLink } from "./skip-link.tsx";

type FrameProps = {
  company: FrameCompany;
  companies: readonly FrameCompany[];
  viewer: FrameViewer;
  badges: Badges;
  /** What opens the palette: in the rail, and in a phone's head. */
  palette: ReactNode;
  search: ReactNode;
  children: ReactNode;
};

/** Around every page of a company. */
export function Frame({ company, companies, viewer, badges, palette, search, children }: FrameProps) {
  return (
    <div className="group/frame isolate min-h-[calc(100dvh-var(--top))]">
      <CompanyAccent hue={company.hue} />
      <PendingNavigation>
        <SkipLink />
        <PhoneHead company={company} search={search} />
        <Rail company={company} companies={companies} viewer={viewer} badges={badges} palette={palette} />
        <main
          id="main"
          tabIndex={-1}
          className="outline-none max-md:pb-[calc(3.75rem+env(safe-area-inset-bottom))] max-md:group-has-data-full-screen/frame:pb-0 md:ps-(--rail)"
        >
          {children}
        </main>
        <BottomBar companies={companies} viewer={viewer} badges={badges} />
        <PendingPage />
      </PendingNavigation>
    </div>
  );
}
