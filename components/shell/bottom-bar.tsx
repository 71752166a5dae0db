import { useTranslations } from "next-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import type { Badges, FrameCompany, FrameViewer } from "./frame-view.ts";
import { NavLinks } from "./nav-links.tsx";
import { ViewerCorner } from "./viewer-corner.tsx";

type BottomBarProps = { companies: readonly FrameCompany[]; viewer: FrameViewer; badges: Badges };

/** The frame on a phone, under the thumbs; gone while a page is FullScreen. */
export function BottomBar({ companies, viewer, badges }: BottomBarProps) {
  const text = useTranslations("shell");
  return (
    <nav
      aria-label={text("nav.label")}
      className="fixed inset-x-0 bottom-0 z-10 grid auto-cols-fr grid-flow-col border-t border-hairline bg-paper pb-[env(safe-area-inset-bottom)] group-has-data-full-screen/frame:hidden md:hidden"
    >
      <NavLinks viewer={viewer} badges={badges} />
      <ViewerCorner
        viewer={viewer}
        companies={companies}
        side="top"
        trigger={
          <>
            <span className="nav-icon">
              <Avatar person={viewer} size={24} />
            </span>
            {text("nav.me")}
          </>
        }
        triggerClassName="nav-link"
      />
    </nav>
  );
}
