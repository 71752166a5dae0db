"use client";

import { Pencil } from "lucide";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { GroupNameField, isGroupName } from "#components/chat/threads/group-name-field.tsx";
import { useThreadCommand } from "#components/chat/use-command.ts";
import { Name } from "#components/person/name.tsx";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { Thread } from "#lib/chat/schema.ts";

/** What a group is called, and a pencil to call it otherwise. */
export function GroupNameForm({ thread }: { thread: Thread }) {
  const text = useTranslations("chat.group");
  const { slug, commands } = useChatRoom();
  const { run, pending, error } = useThreadCommand();
  const [draft, setDraft] = useState<string | null>(null);

  async function save(event: SubmitEvent) {
    event.preventDefault();
    if (draft === null || !isGroupName(draft)) return;
    const done = await run("rename", () =>
      commands.renameGroupAction(slug, { threadId: thread.id, name: draft }),
    );
    if (done) setDraft(null);
  }
  if (draft === null)
    return (
      <div className="mt-3 flex max-w-full items-center justify-center gap-1 ps-10">
        <p className="palt min-w-0 text-lg font-medium break-words">
          <Name>{thread.name || text("unnamed")}</Name>
        </p>
        <IconButton label={text("rename")} onClick={() => setDraft(thread.givenName ?? "")}>
          <Icon icon={Pencil} className="size-4.5" />
        </IconButton>
      </div>
    );
  return (
    <form onSubmit={save} className="mt-4 w-full text-start">
      <GroupNameField autoFocus value={draft} onChange={setDraft} />
      <div className="mt-3 flex justify-end gap-2">
        <Button variant="quiet" size="small" onClick={() => setDraft(null)}>
          {text("keepName")}
        </Button>
        <Button
          type="submit"
          variant="primary"
          size="small"
          disabled={!isGroupName(draft)}
          pending={pending !== null}
        >
          {text("saveName")}
        </Button>
      </div>
      <InlineError>{error}</InlineError>
    </form>
  );
}
