"use client";

import { useTranslations } from "next-intl";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { Trouble } from "#components/chat/trouble.tsx";
import { useThreadCommand } from "#components/chat/use-thread-command.ts";
import { Button } from "#components/ui/button.tsx";
import type { PersonCard } from "#lib/people/schema.ts";

type BlockedNoteProps = { person: PersonCard; wide?: boolean };

/** Says to whoever blocked somebody that it was them, and lets the other come again. */
export function BlockedNote({ person: { memberId, displayName }, wide = false }: BlockedNoteProps) {
  const text = useTranslations("chat.block");
  const { slug, commands } = useChatRoom();
  const { run, pending, trouble } = useThreadCommand();
  return (
    <>
      <p className="mb-3 text-sm text-ink-soft">{text("blocked", { name: displayName })}</p>
      <Button
        wide={wide}
        size={wide ? undefined : "small"}
        pending={pending !== null}
        onClick={() => void run("unblock", () => commands.unblockMemberAction(slug, { memberId }))}
      >
        {text("unblock")}
      </Button>
      <Trouble>{trouble}</Trouble>
    </>
  );
}
