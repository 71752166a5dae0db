"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type ButtonLook, buttonStyle } from "./button-style.ts";
import { Icon } from "./icon.tsx";

type DialogProps = {
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  trigger?: ReactNode;
  triggerLook?: ButtonLook;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What has the focus once it is closed, where that is not what opened it. */
  finalFocus?: () => HTMLElement | true;
};

/** Opened by its own trigger, or by `open` from outside. Buttons go at the end of the children, in DialogActions. */
export function Dialog({
  title,
  description,
  children,
  trigger,
  triggerLook,
  open,
  onOpenChange,
  finalFocus,
}: DialogProps) {
  const text = useTranslations("ui");
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <BaseDialog.Trigger className={buttonStyle(triggerLook)}>{trigger}</BaseDialog.Trigger>}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup
          finalFocus={finalFocus}
          className="fixed inset-x-4 top-1/2 z-30 mx-auto max-h-[calc(100dvh-2rem)] max-w-md -translate-y-1/2 overflow-y-auto rounded-card border border-hairline bg-surface p-6 shadow-float outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <BaseDialog.Title className="pe-10 text-lg font-semibold">{title}</BaseDialog.Title>
          {description && (
            <BaseDialog.Description className="mt-2 text-sm text-ink-soft">
              {description}
            </BaseDialog.Description>
          )}
          {children}
          <BaseDialog.Close
            aria-label={text("close")}
            className="absolute top-4 right-4 grid size-10 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
          >
            <Icon icon={X} className="size-5" />
          </BaseDialog.Close>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/** The row at a dialog's end: a way out, then what it is for. */
export function DialogActions({ children }: { children: ReactNode }) {
  const text = useTranslations("ui");
  return (
    <div className="mt-6 flex flex-wrap justify-end gap-3">
      <BaseDialog.Close className={buttonStyle({ variant: "quiet" })}>{text("cancel")}</BaseDialog.Close>
      {children}
    </div>
  );
}
