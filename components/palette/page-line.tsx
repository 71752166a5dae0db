import { BookUser, MessageCircle, Newspaper, Settings, SquarePen, TextSearch, UserRound } from "lucide-react";
import { CompanyMark } from "#components/shell/company-mark.tsx";
import type { PageName, PalettePage } from "./pages.ts";

export function PageLine({ page }: { page: PalettePage }) {
  if (page.name === "company")
    return (
      <>
        <CompanyMark name={page.label} hue={page.hue} size="small" />
        {page.label}
      </>
    );
  const Icon = icons[page.name];
  return (
    <>
      <span className="grid size-7 shrink-0 place-items-center text-ink-soft">
        <Icon className="size-5" strokeWidth={1.6} aria-hidden="true" />
      </span>
      {page.label}
    </>
  );
}

const icons = {
  feed: Newspaper,
  directory: BookUser,
  chat: MessageCircle,
  newThread: SquarePen,
  searchMessages: TextSearch,
  profile: UserRound,
  settings: Settings,
} satisfies Record<PageName, unknown>;
