"use client";

import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useCommand } from "#components/chat/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { DialogActions } from "#components/ui/dialog.tsx";
import { maxParticipants } from "#lib/chat/policy.ts";
import { threadHref } from "#lib/hrefs.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import { GroupNameField, isGroupName } from "./group-name-field.tsx";
import { PeoplePicker } from "./people-picker.tsx";

type NewThreadFormProps = {
  /** Who is in it from the beginning, besides the viewer. */
  others?: PersonCard[];
  onStarted: (href: string) => void;
};

/** One person: a direct thread. Several: a group, which may have a name. */
export function NewThreadForm({ others = [], onStarted }: NewThreadFormProps) {
  const text = useTranslations("chat.new");
  const { slug, commands } = useChatRoom();
  const { run, pending, error } = useCommand(useTranslations("chat")("unreachable"));
  const [chosen, setChosen] = useState<PersonCard[]>([]);
  const [name, setName] = useState("");
  const people = [...others, ...chosen];
  const isGroup = people.length > 1;
  const room = maxParticipants - 1 - others.length;
  const ready = chosen.length > 0 && chosen.length <= room && (!isGroup || isGroupName(name));

  async function start(event: SubmitEvent) {
    event.preventDefault();
    if (!ready) return;
    const memberIds = people.map(({ memberId }) => memberId);
    const started = await run("start", () =>
      commands.startThreadAction(slug, { name: isGroup ? name : null, memberIds }),
    );
    if (started) onStarted(threadHref(slug, started.data));
  }

  return (
    <div className="mt-4 grid gap-4">
      <PeoplePicker
        chosen={chosen}
        onChange={setChosen}
        without={others.map(({ memberId }) => memberId)}
        room={room}
      />
      <form onSubmit={start}>
        {isGroup && <GroupNameField value={name} onChange={setName} optional />}
        <p className="mt-3 text-xs text-ink-soft">{text("consent")}</p>
        {error && (
          <p role="alert" className="mt-3 text-sm text-wrong">
            {error}
          </p>
        )}
        <DialogActions>
          <Button type="submit" variant="primary" disabled={!ready} pending={pending !== null}>
            {text(isGroup ? "startGroup" : "start")}
          </Button>
        </DialogActions>
      </form>
    </div>
  );
}
