"use client";

import { useTranslations } from "next-intl";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useThreadCommand } from "#components/chat/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { PersonCard } from "#lib/people/schema.ts";

type BlockedNoteProps = { person: PersonCard; wide?: boolean };

/** Tells the viewer that they have blocked the other person, and lets them unblock. */
export function BlockedNote({ person: { memberId, displayName }, wide = false }: BlockedNoteProps) {
  const text = useTranslations("chat.block");
  const { slug, commands } = useChatRoom();
  const { run, pending, error } = useThreadCommand();
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
      <InlineError>{error}</InlineError>
    </>
  );
}
