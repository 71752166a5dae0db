"use client";

import { ChevronRight } from "lucide";
import { useSelectedLayoutSegment } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useUnsent } from "#components/chat/frame/chat-outbox.tsx";
import { usePresence } from "#components/chat/frame/presence-provider.tsx";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { ArrowKeys } from "#components/ui/arrow-keys.tsx";
import { Count } from "#components/ui/count.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Tea } from "#components/ui/illustrations/tea.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { BareList } from "#components/ui/list.tsx";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { Toast } from "#components/ui/toast.tsx";
import { usePart } from "#components/ui/use-part.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import type { Packed } from "#lib/packed.ts";
import { GroupMarkSource } from "./thread-face.tsx";
import { ThreadListHead } from "./thread-list-head.tsx";
import { threadMenu } from "./thread-menu.tsx";
import { ThreadRow } from "./thread-row.tsx";
import { type PlaceCommand, usePlace } from "./use-place.ts";
import { useThreads } from "./use-threads.ts";

/** What became of a command, and how to take it back. */
type Note = { words: string; undo?: () => void };

const nothing: Note = { words: "" };

/** The viewer's threads: who asks for consent first, then those that go on, at the end those that were put away. */
export function ThreadList({ initial }: { initial: Packed<ThreadCard[]> }) {
  const text = useTranslations("chat");
  const { slug } = useChatRoom();
  const threads = useThreads(initial);
  const place = usePlace();
  usePart(threadMenu, false);
  const refusalText = useRefusalText();
  const [told, setTold] = useState("");
  const [note, setNote] = useState<Note>(nothing);
  const open = useSelectedLayoutSegment();
  const unsent = useUnsent();
  const online = usePresence(threads.flatMap((thread) => otherOf(thread) ?? []));
  // A thread that is open has the page's h1.
  const [Heading, Subheading] = open ? (["h2", "h3"] as const) : (["h1", "h2"] as const);
  const requests = threads.filter(({ standing }) => standing === "asked");
  const others = threads.filter(({ standing }) => standing !== "asked");
  const archived = others.filter((thread) => thread.archived);

  async function act(thread: ThreadCard, command: PlaceCommand) {
    const answer = await place(thread, command);
    const words = answer.ok ? text(`place.done.${command}`) : refusalText(answer);
    // What was put away is out of sight: its row can't take that back.
    const undo = answer.ok && command === "archive" ? () => void act(thread, "unarchive") : undefined;
    setNote(undo || !answer.ok ? { words, undo } : nothing);
    setTold(undo || !answer.ok ? "" : words);
  }
  const rows = (shown: ThreadCard[]) =>
    shown.map((thread) => (
      <ThreadRow
        key={thread.id}
        thread={thread}
        current={thread.id === open}
        online={online.has(otherOf(thread) ?? "")}
        unsent={unsent.get(thread.id)}
        onCommand={(command) => void act(thread, command)}
      />
    ));

  return (
    <>
      <ThreadListHead Heading={Heading} />
      <LiveRegion message={told} />
      <Toast onOver={() => setNote(nothing)} onUndo={note.undo}>
        {note.words}
      </Toast>
      {threads.length === 0 && <NoThreads slug={slug} />}
      <GroupMarkSource />
      <ArrowKeys>
        {requests.length > 0 && (
          <section aria-labelledby="chat-requests" className="border-y border-hairline pb-1">
            <Subheading
              id="chat-requests"
              className="flex items-center gap-2 px-4 pt-3 pb-1 text-sm font-medium md:px-6"
            >
              {text("threads.requests")}
              <Count
                value={requests.length}
                label={text("threads.requestCount", { count: requests.length })}
              />
            </Subheading>
            <BareList>{rows(requests)}</BareList>
          </section>
        )}
        <BareList className="pb-4">{rows(others.filter((thread) => !thread.archived))}</BareList>
        {archived.length > 0 && (
          <details className="group/archive border-t border-hairline pb-6">
            <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-4 text-sm text-ink-soft hover:text-ink md:px-6">
              <Icon
                icon={ChevronRight}
                className="size-4 transition-transform group-open/archive:rotate-90"
              />
              {text("threads.archived", { count: archived.length })}
            </summary>
            <BareList>{rows(archived)}</BareList>
          </details>
        )}
      </ArrowKeys>
    </>
  );
}

/** The other one of a direct thread. */
function otherOf({ kind, people }: ThreadCard): string | undefined {
  return kind === "DIRECT" ? people[0]?.memberId : undefined;
}

function NoThreads({ slug }: { slug: string }) {
  const text = useTranslations("chat.threads");
  return (
    <div data-no-threads="" className="px-4">
      <EmptyState
        picture={<Tea />}
        title={text("emptyTitle")}
        action={
          <LinkButton href={directoryHref(slug)} variant="primary">
            {text("emptyAction")}
          </LinkButton>
        }
      >
        {text("emptyText")}
      </EmptyState>
    </div>
  );
}
