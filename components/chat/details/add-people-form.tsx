"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { PeoplePicker } from "#components/chat/threads/people-picker.tsx";
import { inThread } from "#components/chat/threads/thread-people.ts";
import { Trouble } from "#components/chat/trouble.tsx";
import { useThreadCommand } from "#components/chat/use-thread-command.ts";
import { Button } from "#components/ui/button.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Thread } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

type AddPeopleFormProps = { thread: Thread; onDone: () => void };

export function AddPeopleForm({ thread, onDone }: AddPeopleFormProps) {
  const text = useTranslations("chat.add");
  const { slug, commands } = useChatRoom();
  const { run, pending, trouble } = useThreadCommand();
  const [chosen, setChosen] = useState<PersonCard[]>([]);
  const [missing, setMissing] = useState(0);

  async function add(event: SubmitEvent) {
    event.preventDefault();
    if (chosen.length === 0) return;
    const memberIds = chosen.map(({ memberId }) => memberId);
    const done = await run("add", () => commands.addToGroupAction(slug, { threadId: thread.id, memberIds }));
    if (!done) return;
    const passedOver = memberIds.length - done.data.added;
    setChosen([]);
    setMissing(passedOver);
    if (passedOver === 0) onDone();
  }
  return (
    <div className="mt-4 grid gap-4">
      <PeoplePicker
        chosen={chosen}
        onChange={setChosen}
        without={inThread(thread).map(({ person }) => person.memberId)}
      />
      {missing > 0 && <Notice>{text("missing", { count: missing })}</Notice>}
      <form onSubmit={add}>
        <p className="text-xs text-ink-soft">{text("consent")}</p>
        <Trouble>{trouble}</Trouble>
        <DialogActions>
          <Button type="submit" variant="primary" disabled={chosen.length === 0} pending={pending !== null}>
            {text("confirm")}
          </Button>
        </DialogActions>
      </form>
    </div>
  );
}
