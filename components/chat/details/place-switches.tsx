"use client";

import { Archive, BellOff, type IconNode, Pin } from "lucide";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useThreadCommand } from "#components/chat/use-command.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import type { Thread } from "#lib/chat/schema.ts";

/** Three switches of the thread's place in the viewer's own list. */
export function PlaceSwitches({ thread }: { thread: Thread }) {
  const text = useTranslations("chat.place");
  const { slug, commands } = useChatRoom();
  const { run, error } = useThreadCommand();
  const choices = [
    { name: "mute", icon: BellOff, on: thread.muted },
    { name: "pin", icon: Pin, on: thread.pinned },
    { name: "archive", icon: Archive, on: thread.archived },
  ] as const;
  return (
    <div className="border-b border-hairline py-4">
      <div className="grid grid-cols-3 gap-2">
        {choices.map(({ name, icon, on }) => (
          <PlaceSwitch
            key={name}
            label={text(`switch.${name}`)}
            icon={icon}
            on={on}
            change={(next) =>
              run(name, () => commands[`${name}ThreadAction`](slug, { threadId: thread.id, on: next }))
            }
          />
        ))}
      </div>
      <InlineError>{error}</InlineError>
    </div>
  );
}

type PlaceSwitchProps = {
  label: string;
  icon: IconNode;
  on: boolean;
  change: (on: boolean) => Promise<unknown>;
};

function PlaceSwitch({ label, icon, on, change }: PlaceSwitchProps) {
  // The new state, until the page has been rendered with it.
  const [wanted, want] = useState<boolean | null>(null);
  if (wanted === on) want(null);
  const shown = wanted ?? on;
  async function toggle() {
    want(!shown);
    if (!(await change(!shown))) want(null);
  }
  return (
    <button
      type="button"
      aria-pressed={shown}
      onClick={() => void toggle()}
      className={classNames(
        "flex min-h-16 flex-col items-center justify-center gap-1 rounded-control border px-1 text-xs transition-colors",
        shown ? "border-accent bg-accent-soft text-ink" : "border-hairline text-ink-soft hover:bg-sunken",
      )}
    >
      <Icon icon={icon} className="size-5" />
      {label}
    </button>
  );
}
