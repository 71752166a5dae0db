"use client";

import { Dialog } from "@base-ui/react/dialog";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { canNavigate, useTried } from "#components/live/use-stay-offline.ts";
import { navIconStyle, navLinkStyle } from "#components/navigation/nav-link-style.ts";
import { listPages, type PageViewer } from "#components/navigation/pages.ts";
import { personHref, threadHref } from "#lib/hrefs.ts";
import { type OtherCompany, palettePages } from "./pages.ts";
import { paletteHandle } from "./palette-handle.ts";
import type { ThreadLine } from "./palette-line.tsx";
import { type FindInCompany, PaletteSearch } from "./palette-search.tsx";
import { useShortcut, useShortcutText } from "./shortcut.ts";

type PaletteProps = {
  viewer: PageViewer;
  companies: readonly OtherCompany[];
  find: FindInCompany;
  start: typeof startThreadAction;
  ThreadLine: ThreadLine;
};

/** A button in the rail, and ⌘K or Ctrl-K on every page of a company: finds people, conversations and pages. */
export function Palette({ viewer, companies, find, start, ThreadLine }: PaletteProps) {
  const { company, memberId: viewerId } = viewer;
  const text = useTranslations("palette");
  const all = useTranslations();
  const router = useRouter();
  const shortcut = useShortcutText();
  const pages = palettePages(listPages(viewer), companies, all);
  const [open, setOpen] = useState(false);
  const [stuck, setStuck] = useState<"shell.offlineStay" | "errors.offline" | null>(null);
  const offline = useTried();
  const gone = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  useShortcut(() => changeOpen(!open));

  function changeOpen(next: boolean) {
    gone.current = false;
    setStuck(null);
    setOpen(next);
  }
  function goTo(href: string) {
    if (!canNavigate()) return setStuck("shell.offlineStay");
    gone.current = true;
    setOpen(false);
    router.push(href);
  }
  // Where the conversation does not open, the person's page says more.
  async function write(memberId: string) {
    if (!canNavigate()) return setStuck("shell.offlineStay");
    setStuck(null);
    const answer = await requestByHttp(() => start(company, { name: null, memberIds: [memberId] }));
    if (!answer.ok && answer.code === "offline") return setStuck("errors.offline");
    goTo(answer.ok ? threadHref(company, answer.data) : personHref(company, memberId));
  }
  function enterPage(isOpen: boolean) {
    if (!isOpen && gone.current) document.getElementById("main")?.focus();
  }

  return (
    <Dialog.Root
      handle={paletteHandle}
      open={open}
      onOpenChange={changeOpen}
      onOpenChangeComplete={enterPage}
    >
      <Dialog.Trigger aria-keyshortcuts={shortcut === "⌘K" ? "Meta+K" : "Control+K"} className={navLinkStyle}>
        <span className={navIconStyle}>
          <Search className="size-5.5" strokeWidth={1.75} aria-hidden="true" />
        </span>
        {text("open")}
        <span aria-hidden="true" className="mt-1 h-2.5">
          {shortcut}
        </span>
      </Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          // On touch screens too, since the palette is opened to type.
          initialFocus={field}
          // Return the focus, unless another page was opened.
          finalFocus={() => !gone.current}
          className="fixed inset-x-3 top-[calc(var(--top)+0.75rem)] z-30 mx-auto flex h-[min(34rem,calc(100dvh-var(--top)-1.5rem))] max-w-xl flex-col overflow-hidden rounded-card border border-hairline bg-surface shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0 md:top-[max(calc(var(--top)+0.75rem),12dvh)] md:h-[min(34rem,76dvh)]"
        >
          <Dialog.Title className="sr-only">{text("title")}</Dialog.Title>
          <PaletteSearch
            field={field}
            company={company}
            viewerId={viewerId}
            pages={pages}
            find={find}
            ThreadLine={ThreadLine}
            error={stuck && (offline || stuck === "errors.offline") ? all(stuck) : null}
            onChoose={goTo}
            onWrite={(memberId) => void write(memberId)}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
