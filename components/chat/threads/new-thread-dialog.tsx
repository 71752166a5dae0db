"use client";

import { useTranslations } from "next-intl";
import { Dialog } from "#components/ui/dialog.tsx";
import { NewThreadForm } from "./new-thread-form.tsx";

type NewThreadDialogProps = { open: boolean; onClose: () => void; onStarted: (href: string) => void };

/** Asks with whom the new conversation is to be. */
export function NewThreadDialog({ open, onClose, onStarted }: NewThreadDialogProps) {
  const text = useTranslations("chat.new");
  return (
    <Dialog title={text("title")} open={open} onOpenChange={(next) => !next && onClose()}>
      <NewThreadForm onStarted={onStarted} />
    </Dialog>
  );
}
