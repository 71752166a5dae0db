"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { LiveRegion } from "#components/ui/live-region.tsx";
import type { PersonCard } from "#lib/people/schema.ts";
import { conversationDays } from "./conversation-days.ts";
import { ConversationStart } from "./conversation-start.tsx";
import { type ConversationState, lastNumber } from "./conversation-state.ts";
import { MessageDay } from "./message-day.tsx";
import { NewMessagesButton } from "./new-messages-button.tsx";
import { OlderLines } from "./older-lines.tsx";
import { useReadMark } from "./use-read-mark.ts";
import { useReadingPosition } from "./use-reading-position.ts";

type MessageListProps = {
  person: PersonCard;
  state: ConversationState;
  loadOlder: () => Promise<boolean>;
  markRead: (number: number) => void;
  onRewrite: (clientId: string, text: string) => void;
};

/** The lines of a conversation, opened at the newest. */
export function MessageList({ person, state, loadOlder, markRead, onRewrite }: MessageListProps) {
  const text = useTranslations("chat.thread");
  const timeZone = useTimeZone() ?? "UTC";
  const days = useMemo(() => conversationDays(state, timeZone), [state, timeZone]);
  const box = useRef<HTMLElement>(null);
  const newest = lastNumber(state);
  const written = state.pending.at(-1)?.clientId;
  const { atEnd, onScroll, toEnd } = useReadingPosition(box, { newest, written });
  useReadMark({ newest, read: state.readNumber, onScreen: atEnd, mark: markRead });

  const [opened] = useState(newest);
  const [seen, setSeen] = useState(newest);
  if (atEnd && seen !== newest) setSeen(newest);
  const arrived = state.lines.filter((line) => line.number > opened && line.authorId !== state.viewerId);
  const unseen = arrived.filter(({ number }) => number > seen).length;
  const latest = arrived.at(-1);

  return (
    <div className="relative flex min-h-0 flex-1">
      <section
        ref={box}
        aria-label={text("label", { name: person.displayName })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard.
        tabIndex={0}
        onScroll={onScroll}
        className="flex flex-1 flex-col-reverse overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div className="mx-auto w-full max-w-3xl pb-6">
          {state.older ? (
            <OlderLines key={state.lines[0]?.number} box={box} load={loadOlder} />
          ) : (
            <ConversationStart person={person} empty={days.length === 0} />
          )}
          {days.map((day) => (
            <MessageDay
              key={day.key}
              day={day}
              viewerId={state.viewerId}
              person={person}
              opened={opened}
              onRewrite={onRewrite}
            />
          ))}
        </div>
      </section>
      {unseen > 0 && <NewMessagesButton count={unseen} onPress={toEnd} />}
      <LiveRegion message={latest ? text("arrived", { name: person.displayName, text: latest.text }) : ""} />
    </div>
  );
}
