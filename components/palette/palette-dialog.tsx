"use client";

import { Dialog } from "@base-ui/react/dialog";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { canNavigate, useTried } from "#components/live/use-stay-offline.ts";
import { listPages, type PageViewer } from "#components/navigation/pages.ts";
import { personHref, threadHref } from "#lib/hrefs.ts";
import { type OtherCompany, palettePages } from "./pages.ts";
import type { ThreadLine } from "./palette-line.tsx";
import { type FindInCompany, PaletteSearch } from "./palette-search.tsx";
import type { TypedBefore } from "./palette-wait.tsx";
import { palettePopupStyle } from "./popup-style.ts";

export type PaletteProps = {
  viewer: PageViewer;
  companies: readonly OtherCompany[];
  find: FindInCompany;
  start: typeof startThreadAction;
  ThreadLine: ThreadLine;
};

type PaletteDialogProps = PaletteProps & {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** What has the focus again where no other page was opened. */
  opener: Element | null;
  before: TypedBefore;
};

/** The palette as it opens. It comes after the page: see Palette. */
export function PaletteDialog({
  viewer,
  companies,
  find,
  start,
  ThreadLine,
  open,
  onOpenChange,
  opener,
  before,
}: PaletteDialogProps) {
  const { company, memberId: viewerId } = viewer;
  const text = useTranslations("palette");
  const all = useTranslations();
  const router = useRouter();
  const pages = palettePages(listPages(viewer), companies, all);
  const [stuck, setStuck] = useState<"shell.offlineStay" | "errors.offline" | null>(null);
  const offline = useTried();
  const gone = useRef(false);
  const field = useRef<HTMLInputElement>(null);

  function goTo(href: string) {
    if (!canNavigate()) return setStuck("shell.offlineStay");
    gone.current = true;
    onOpenChange(false);
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
  function settle(isOpen: boolean) {
    if (isOpen) return;
    if (gone.current) document.getElementById("main")?.focus();
    setStuck(null);
  }
  // Not as it has closed: where the focus goes is asked after that.
  useEffect(() => {
    if (open) gone.current = false;
  }, [open]);

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} onOpenChangeComplete={settle}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          // On touch screens too, since the palette is opened to type.
          initialFocus={field}
          // Return the focus, unless another page was opened.
          finalFocus={() => !gone.current && (opener instanceof HTMLElement ? opener : true)}
          className={palettePopupStyle}
        >
          <Dialog.Title className="sr-only">{text("title")}</Dialog.Title>
          <PaletteSearch
            field={field}
            company={company}
            viewerId={viewerId}
            pages={pages}
            find={find}
            ThreadLine={ThreadLine}
            before={before}
            error={stuck && (offline || stuck === "errors.offline") ? all(stuck) : null}
            onChoose={goTo}
            onWrite={(memberId) => void write(memberId)}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
