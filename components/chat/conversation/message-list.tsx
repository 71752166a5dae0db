"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from "react";
import { conversationDays, seenLines } from "#components/chat/state/conversation-days.ts";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import { lastNumber, unseenAfter } from "#components/chat/state/line-window.ts";
import type { ShownLine } from "#components/chat/state/shown-line.ts";
import type { useConversation } from "#components/chat/state/use-conversation.ts";
import { useReadMark } from "#components/chat/state/use-read-mark.ts";
import { useThreadLabel } from "#components/chat/thread-label.ts";
import { stepByKey } from "#components/ui/arrow-keys.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { Cloth } from "#components/ui/cloth.tsx";
import { keepOutOfLines } from "#components/ui/tab-stops.ts";
import { isFolded } from "#lib/chat/folds.ts";
import { ConversationStart } from "./conversation-header.tsx";
import { EdgeLines } from "./edge-lines.tsx";
import { MessageArrivals, MissedLines, NewMessagesButton } from "./message-arrivals.tsx";
import { MessageDay } from "./message-day.tsx";
import { useOpenAtDivider, useReadingPosition } from "./use-reading-position.ts";
import { useSeenLines } from "./use-seen-lines.ts";

type MessageListProps = {
  box: RefObject<HTMLElement | null>;
  conversation: ReturnType<typeof useConversation>;
  /** The number of the line that was looked for. */
  at: number | null;
  onRewrite: (line: ShownLine) => void;
};

/** The lines of a conversation, opened where one left off, at the newest, or around the one that was looked for. */
export function MessageList({ box, conversation, at, onRewrite }: MessageListProps) {
  const { state, newSince, seen, loadOlder, loadNewer, toNewest, markRead } = conversation;
  const text = useTranslations("chat.thread");
  const labelOf = useThreadLabel();
  const timeZone = useTimeZone() ?? "UTC";
  const { thread, viewerId, goTo } = useConversationView();
  const days = useMemo(() => conversationDays(state, timeZone, newSince), [state, timeZone, newSince]);
  const readers = useMemo(
    () =>
      seenLines(
        days.flatMap(({ runs }) => runs),
        viewerId,
        seen,
        thread.kind,
      ),
    [days, viewerId, seen, thread.kind],
  );
  const newest = lastNumber(state);
  const written = state.pending.at(-1)?.clientId;
  const { atEnd, onScroll, toEnd } = useReadingPosition(box, { newest, written, whole: !state.newer });
  useOpenAtDivider(box, at === null);
  const { seen: seenTo, missed, look } = useSeenLines(box, state.readNumber);
  useReadMark({ seen: seenTo, read: state.readNumber, mark: markRead });
  const last = Math.max(newest, thread.lastNumber);
  const unseen = unseenAfter(state, seenTo, last);

  useEffect(() => (box.current ? keepOutOfLines(box.current, "[data-line]") : undefined), [box]);

  // A conversation opened around a line has not loaded the newest ones.
  const [opened] = useState(Math.max(newest, thread.lastNumber));
  const [reached, setReached] = useState(opened);
  if (atEnd && reached !== newest) setReached(newest);
  const arrived = state.newer
    ? []
    : state.lines.filter((line) => line.number > opened && line.authorId !== viewerId && !isFolded(line));
  const waiting = arrived.filter(
    ({ number, notice, deleted }) => number > reached && !notice && !deleted,
  ).length;
  const empty = days.length === 0 && !state.older;
  const below = atEnd ? 0 : Math.max(waiting, missed || state.newer ? 0 : unseen);

  async function goToEnd() {
    if (!state.newer || (await toNewest())) toEnd();
  }
  return (
    <div className="relative flex min-h-0 flex-1">
      <section
        ref={box}
        aria-label={labelOf(thread)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reached by the keyboard.
        tabIndex={0}
        onScroll={() => {
          onScroll();
          look();
        }}
        onKeyDown={walkLines}
        className="flex flex-1 flex-col-reverse overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div
          className={classNames(
            "mx-auto w-full max-w-3xl overflow-x-clip pb-3",
            empty && "grid flex-1 content-center",
          )}
        >
          {state.older ? (
            <EdgeLines
              key={state.lines[0]?.number}
              box={box}
              failure={text("olderFailed")}
              load={loadOlder}
            />
          ) : (
            <ConversationStart empty={empty} />
          )}
          {days.map((day) => (
            <MessageDay key={day.key} day={day} opened={opened} seen={readers} onRewrite={onRewrite} />
          ))}
          {state.newer && (
            <EdgeLines key={`after ${newest}`} box={box} failure={text("newerFailed")} load={loadNewer} />
          )}
        </div>
        {empty && <Cloth className="h-16 shrink-0" />}
      </section>
      {missed && unseen > 0 && (
        <MissedLines count={unseen} onGoTo={() => goTo(seenTo + 1)} onPass={() => void markRead(last)} />
      )}
      {(below > 0 || state.newer) && <NewMessagesButton count={below} onPress={() => void goToEnd()} />}
      <MessageArrivals line={arrived.at(-1)} />
    </div>
  );
}

/** The arrow keys lead from the list itself to its newest line, from there one by one; Home and End go to the ends. */
function walkLines(event: KeyboardEvent<HTMLElement>): void {
  const lines = [...event.currentTarget.querySelectorAll("[data-line]")];
  // The first line stays the first stop: the list is scrolled by its other keys.
  const next = stepByKey(event, lines, { above: lines[0], below: event.currentTarget });
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: "nearest" });
}
