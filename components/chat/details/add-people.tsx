"use client";

import { UserRoundPlus } from "lucide";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { NewThreadForm } from "#components/chat/threads/new-thread-form.tsx";
import { PeoplePicker } from "#components/chat/threads/people-picker.tsx";
import { inThread, othersIn } from "#components/chat/threads/thread-people.ts";
import { useThreadCommand } from "#components/chat/use-command.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { leaveBackLayer } from "#components/ui/use-back-layer.ts";
import { maxParticipants, mayAdd } from "#lib/chat/policy.ts";
import type { Thread } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

/** Adds people to a group. Adding people to a direct thread starts a new group with its two members. */
export function AddPeople({ thread }: { thread: Thread }) {
  const text = useTranslations("chat.add");
  const router = useRouter();
  const { viewerId } = useChatRoom();
  const [open, setOpen] = useState(false);
  const direct = thread.kind === "DIRECT" && thread.standing === "open";
  if (!direct && !mayAdd(thread)) return null;
  return (
    <div className="border-b border-hairline py-4">
      <button
        type="button"
        onClick={() => setOpen(true)}
        className={`${buttonStyle({ wide: true })} whitespace-normal`}
      >
        <Icon icon={UserRoundPlus} className="size-4.5 shrink-0" />
        {text(direct ? "toNewGroup" : "toGroup")}
      </button>
      <Dialog
        title={text(direct ? "newGroupTitle" : "title")}
        description={text(direct ? "newGroupText" : "text")}
        open={open}
        onOpenChange={setOpen}
      >
        {direct ? (
          <NewThreadForm
            others={othersIn(thread, viewerId)}
            onStarted={async (href) => {
              setOpen(false);
              await leaveBackLayer();
              router.push(href);
            }}
          />
        ) : (
          <AddPeopleForm thread={thread} onDone={() => setOpen(false)} />
        )}
      </Dialog>
    </div>
  );
}

type AddPeopleFormProps = { thread: Thread; onDone: () => void };

function AddPeopleForm({ thread, onDone }: AddPeopleFormProps) {
  const text = useTranslations("chat.add");
  const { slug, commands } = useChatRoom();
  const { run, pending, error } = useThreadCommand();
  const [chosen, setChosen] = useState<PersonCard[]>([]);
  const [missing, setMissing] = useState(0);
  const there = inThread(thread).map(({ person }) => person.memberId);
  const room = Math.max(maxParticipants - there.length, 0);
  const ready = chosen.length > 0 && chosen.length <= room;

  async function add(event: SubmitEvent) {
    event.preventDefault();
    if (!ready) return;
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
      <PeoplePicker chosen={chosen} onChange={setChosen} without={there} room={room} />
      {missing > 0 && <Banner>{text("missing", { count: missing })}</Banner>}
      <form onSubmit={add}>
        <p className="text-xs text-ink-soft">{text("consent")}</p>
        <InlineError>{error}</InlineError>
        <DialogActions>
          <Button type="submit" variant="primary" disabled={!ready} pending={pending !== null}>
            {text("confirm")}
          </Button>
        </DialogActions>
      </form>
    </div>
  );
}
