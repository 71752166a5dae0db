"use client";

import { UserRoundPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { NewThreadForm } from "#components/chat/threads/new-thread-form.tsx";
import { othersIn } from "#components/chat/threads/thread-people.ts";
import { buttonStyle } from "#components/ui/button-style.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { leaveBackLayer } from "#components/ui/use-back-layer.ts";
import { mayAdd } from "#lib/chat/policy.ts";
import type { Thread } from "#lib/chat/schema.ts";
import { AddPeopleForm } from "./add-people-form.tsx";

/** Brings others into a group. To a direct thread nobody is added: with the two of it a group begins. */
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
        <UserRoundPlus className="size-4.5 shrink-0" strokeWidth={1.75} aria-hidden="true" />
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
