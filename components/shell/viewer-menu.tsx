"use client";

import { Check, LogOut } from "lucide";
import { useTranslations } from "next-intl";
import { type ReactNode, startTransition } from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { renewIfOld } from "#components/live/old-page.ts";
import { canNavigate } from "#components/live/use-stay-offline.ts";
import { listPages } from "#components/navigation/pages.ts";
import { CompanyMark } from "#components/ui/company-mark.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Menu, MenuAction, MenuGroup, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import type { FrameCompany, FrameViewer } from "./frame-view.ts";

type ViewerMenuProps = {
  viewer: FrameViewer;
  companies: readonly FrameCompany[];
  side: "right" | "top";
  trigger: ReactNode;
  triggerClassName: string;
  defaultOpen?: boolean;
};

/** One's own corner: page, settings, the other companies, the way out. */
export function ViewerMenu({ viewer, companies, ...menu }: ViewerMenuProps) {
  const text = useTranslations();
  const { socket } = useLive();
  // Disconnects first: otherwise the end of the session would reload this page before the redirect.
  function leave() {
    if (!canNavigate()) return;
    socket.disconnect();
    startTransition(() => viewer.signOut().catch(renewIfOld));
  }
  return (
    <Menu align="end" {...menu}>
      <MenuGroup label={viewer.displayName}>
        {listPages(viewer, "menu").map(({ href, icon, label }) => (
          <MenuLink key={href} href={href}>
            <Icon icon={icon} className={iconStyle} />
            {text(label)}
          </MenuLink>
        ))}
      </MenuGroup>
      {companies.length > 1 && <CompanySwitch companies={companies} />}
      <MenuSeparator />
      <MenuAction onSelect={leave}>
        <Icon icon={LogOut} className={iconStyle} />
        {text("shell.menu.signOut")}
      </MenuAction>
    </Menu>
  );
}

function CompanySwitch({ companies }: { companies: readonly FrameCompany[] }) {
  const text = useTranslations("shell.menu");
  return (
    <>
      <MenuSeparator />
      <MenuGroup label={text("companies")}>
        {companies.map((company) => (
          <MenuLink key={company.href} href={company.href} current={company.current}>
            <CompanyMark name={company.name} hue={company.hue} size="small" />
            <span className="flex-1">{company.name}</span>
            {company.current && <Icon icon={Check} className="size-4 text-accent-ink" />}
          </MenuLink>
        ))}
      </MenuGroup>
    </>
  );
}

const iconStyle = "size-4.5 text-ink-soft";
