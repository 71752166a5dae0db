import { useTranslations } from "next-intl";
import { Monogram } from "#components/ui/monogram.tsx";
import type { FrameCompany, FrameViewer, NavItem } from "./frame-view.ts";
import { NavLink, navLinkStyle } from "./nav-link.tsx";
import { ViewerMenu } from "./viewer-menu.tsx";

type BottomBarProps = { companies: readonly FrameCompany[]; nav: readonly NavItem[]; viewer: FrameViewer };

/** The frame on a phone, under the thumbs; gone while a page is FullScreen. */
export function BottomBar({ companies, nav, viewer }: BottomBarProps) {
  const text = useTranslations("shell");
  return (
    <nav
      aria-label={text("nav.label")}
      className="fixed inset-x-0 bottom-0 z-10 grid auto-cols-fr grid-flow-col border-t border-hairline bg-paper pb-[env(safe-area-inset-bottom)] group-has-data-full-screen/frame:hidden md:hidden"
    >
      {nav.map((item) => (
        <NavLink key={item.name} {...item} />
      ))}
      <ViewerMenu
        viewer={viewer}
        companies={companies}
        side="top"
        trigger={
          <>
            <Monogram text={viewer.monogram} name={viewer.displayName} size="small" />
            {text("nav.me")}
          </>
        }
        triggerClassName={navLinkStyle}
      />
    </nav>
  );
}
