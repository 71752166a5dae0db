"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";

type RemoveDialogProps = { number: number | null; onClose: () => void };

/** Asks before a message is taken back: that cannot be undone. */
export function RemoveDialog({ number, onClose }: RemoveDialogProps) {
  const text = useTranslations("chat.message.remove");
  const { remove } = useConversationView();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  async function confirm() {
    if (number === null) return;
    setPending(true);
    const failed = await remove(number);
    setPending(false);
    setError(failed);
    if (!failed) onClose();
  }
  return (
    <Dialog
      title={text("title")}
      description={text("text")}
      open={number !== null}
      onOpenChange={(open) => {
        setError(null);
        if (!open) onClose();
      }}
    >
      <InlineError>{error}</InlineError>
      <DialogActions>
        <Button variant="danger" pending={pending} onClick={confirm}>
          {text("confirm")}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
