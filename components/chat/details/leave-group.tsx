"use client";

import { LogOut } from "lucide";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useCommand } from "#components/chat/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { leaveBackLayer } from "#components/ui/use-back-layer.ts";
import type { Thread } from "#lib/chat/schema.ts";
import { companyHref } from "#lib/hrefs.ts";

export function LeaveGroup({ thread }: { thread: Thread }) {
  const text = useTranslations("chat.leave");
  const router = useRouter();
  const { slug, commands } = useChatRoom();
  const { run, pending, error } = useCommand();

  async function leave() {
    if (!(await run("leave", () => commands.leaveGroupAction(slug, { threadId: thread.id })))) return;
    await leaveBackLayer();
    router.replace(companyHref(slug, "chat"));
  }
  return (
    <div className="py-4">
      <Dialog
        title={text("title")}
        description={text("text")}
        trigger={
          <>
            <Icon icon={LogOut} className="size-4.5" />
            {text("open")}
          </>
        }
        triggerLook={{ variant: "danger", wide: true }}
      >
        <InlineError>{error}</InlineError>
        <DialogActions>
          <Button variant="danger" pending={pending !== null} onClick={() => void leave()}>
            {text("confirm")}
          </Button>
        </DialogActions>
      </Dialog>
    </div>
  );
}
