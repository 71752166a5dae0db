"use client";

import { Ban } from "lucide";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useThreadCommand } from "#components/chat/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { Thread } from "#lib/chat/schema.ts";
import { BlockedNote } from "./blocked-note.tsx";

/** Blocks or unblocks the other person of a direct thread. */
export function BlockSwitch({ thread }: { thread: Thread }) {
  const text = useTranslations("chat.block");
  const { slug, commands } = useChatRoom();
  const { run, pending, error } = useThreadCommand();
  const [asking, setAsking] = useState(false);
  const [other] = thread.people;
  if (!other) return null;
  const { memberId, displayName } = other;

  if (thread.blocked)
    return (
      <div className="py-4">
        <BlockedNote person={other} wide />
      </div>
    );
  return (
    <div className="py-4">
      <Button variant="danger" wide onClick={() => setAsking(true)}>
        <Icon icon={Ban} className="size-4.5" />
        {text("open")}
      </Button>
      <Dialog
        title={text("title", { name: displayName })}
        description={text("text")}
        open={asking}
        onOpenChange={setAsking}
      >
        <InlineError>{error}</InlineError>
        <DialogActions>
          <Button
            variant="danger"
            pending={pending !== null}
            onClick={async () => {
              if (await run("block", () => commands.blockMemberAction(slug, { memberId }))) setAsking(false);
            }}
          >
            {text("confirm")}
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  );
}
