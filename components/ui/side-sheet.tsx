"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide";
import { useTranslations } from "next-intl";
import { type ReactNode, useSyncExternalStore } from "react";
import { Icon } from "./icon.tsx";
import { useBackLayer } from "./use-back-layer.ts";

type SideSheetProps = {
  title: string;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  children: ReactNode;
};

/**
 * What there is to know of the thing beside it: at the page's end on a desktop, where the page stays in use, and the whole screen on a
 * phone. Escape and Back close it, and the focus goes back to where it was.
 */
export function SideSheet({ title, open, onOpenChange, children }: SideSheetProps) {
  const text = useTranslations("ui");
  const covers = useSyncExternalStore(subscribe, coversPage, () => false);
  useBackLayer(open, () => onOpenChange(false));
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} modal={covers} disablePointerDismissal>
      <Dialog.Portal>
        <Dialog.Popup className="fixed inset-y-0 end-0 z-30 flex w-full flex-col border-hairline bg-surface pt-(--top) pb-[env(safe-area-inset-bottom)] outline-none transition-[translate,opacity] data-ending-style:opacity-0 data-starting-style:opacity-0 md:w-[24rem] md:border-s md:shadow-float md:data-ending-style:translate-x-6 md:data-starting-style:translate-x-6">
          <div className="flex min-h-16 shrink-0 items-center justify-between gap-3 border-b border-hairline ps-4 pe-2">
            <Dialog.Title className="min-w-0 text-lg font-semibold">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={text("close")}
              className="grid size-11 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
            >
              <Icon icon={X} className="size-5" />
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 pb-10">{children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

// As the class names have it: below md the sheet covers the page.
const phone = "(width < 48rem)";

function coversPage(): boolean {
  return matchMedia(phone).matches;
}

function subscribe(onChange: () => void): () => void {
  const query = matchMedia(phone);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}
