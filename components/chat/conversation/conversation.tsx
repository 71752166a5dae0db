"use client";

import { TextSearch } from "lucide";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { Composer, type ComposerHandle } from "#components/chat/composer/composer.tsx";
import { FileDrop } from "#components/chat/files/file-drop.tsx";
import { toolbar } from "#components/chat/message/message-line.tsx";
import { useMessageCommands } from "#components/chat/message/use-message-commands.ts";
import { ConversationProvider, type ConversationView } from "#components/chat/state/conversation-view.ts";
import { keptText } from "#components/chat/state/kept-text.ts";
import { quoteOf } from "#components/chat/state/shown-line.ts";
import { standingNow } from "#components/chat/state/standing-now.ts";
import { type ConversationSource, useConversation } from "#components/chat/state/use-conversation.ts";
import { deviceStorage } from "#components/live/browser-storage.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Toast } from "#components/ui/toast.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import { ConversationHeader } from "./conversation-header.tsx";
import { MessageList } from "./message-list.tsx";
import { StandingNote } from "./standing-note.tsx";
import { TypingLine } from "./typing-line.tsx";
import { useJumpToLine } from "./use-jump-to-line.ts";
import { useKeptPlace } from "./use-kept-place.ts";

const messageSheet = latePart(() => import("#components/chat/message/message-sheet.tsx"));
const removeDialog = latePart(() => import("#components/chat/message/remove-dialog.tsx"));
const threadSearch = latePart(() => import("#components/chat/search/thread-search.tsx"));

type ConversationProps = Omit<ConversationSource, "thread" | "page"> & {
  opened: Packed<Pick<ConversationSource, "thread" | "page">>;
  /** The number of the line that was looked for. */
  at: number | null;
};

/** One thread: who it is with, what was said, and where one goes on. Give it a key of the thread. */
export function Conversation({ at, opened, ...given }: ConversationProps) {
  const source = { ...given, ...useMemo(() => unpack(opened), [opened]) };
  const { slug, viewerId, thread } = source;
  const text = useTranslations("chat");
  const [kept] = useState(() => keptText(deviceStorage(), viewerId, thread.id));
  const conversation = useConversation(source);
  const { state, latestAuthors } = conversation;
  const composer = useRef<ComposerHandle>(null);
  const box = useRef<HTMLElement>(null);
  const back = useKeptPlace(box, thread.id, conversation.show);
  const { marked, goTo } = useJumpToLine(box, conversation.show, back ? null : at);
  const [searching, setSearching] = useState(false);
  const [editing, setEditing] = useState<number | null>(null);
  const [sheet, setSheet] = useState<number | null>(null);
  const [removing, setRemoving] = useState<number | null>(null);
  const [told, setTold] = useState("");
  const sheetPart = usePart(messageSheet, sheet !== null);
  const removePart = usePart(removeDialog, removing !== null);
  const searchPart = usePart(threadSearch, searching);
  // For the first line that somebody points at.
  usePart(toolbar, false);
  const commands = useMessageCommands(slug, thread.id, source.actions, conversation.changed);

  const standing = standingNow(thread, viewerId, state.lines.length + state.pending.length);
  const mayWrite = standing === "open";
  const view = useMemo((): ConversationView => {
    const people = new Map(thread.participants.map(({ person }) => [person.memberId, person]));
    return {
      slug,
      viewerId,
      thread,
      mayWrite,
      kept,
      editing,
      marked,
      goTo,
      personOf: (memberId) => people.get(memberId),
      latestAuthors,
      reply: (quote) => composer.current?.answer(quote),
      startEditing: setEditing,
      stopEditing() {
        setEditing(null);
        if (editing !== null) kept.keepEdit(editing, null);
        composer.current?.focus();
      },
      saveEdit: commands.edit,
      remove: commands.remove,
      async react(number, emoji, on) {
        const failed = await commands.react(number, emoji, on);
        if (failed) setTold(failed);
        return !failed;
      },
      copy(words) {
        const done = navigator.clipboard?.writeText(words) ?? Promise.reject();
        done.then(
          () => setTold(text("message.copied")),
          () => setTold(text("message.copyFailed")),
        );
      },
      unfold: commands.unfold,
      openSheet: setSheet,
      askRemove: setRemoving,
    };
  }, [slug, viewerId, thread, latestAuthors, mayWrite, kept, editing, marked, goTo, commands, text]);

  const goOnEditing = useEffectEvent(() => {
    const edits = new Set(kept.edits());
    const line = state.lines.findLast(({ number, deleted }) => edits.has(number) && !deleted);
    if (line && mayWrite) setEditing(line.number);
  });
  useEffect(() => goOnEditing(), []);

  const line = state.lines.find(({ number }) => number === sheet);
  function editLast() {
    const last = state.lines.findLast(
      ({ authorId, deleted, notice, text }) => authorId === viewerId && !deleted && !notice && text !== "",
    );
    // A line that is still on its way is the last one, and cannot be changed yet.
    if (last && mayWrite && state.pending.length === 0) setEditing(last.number);
  }
  return (
    <ConversationProvider value={view}>
      <FileDrop
        onFiles={mayWrite ? (files) => composer.current?.addFiles(files) : null}
        className="flex min-h-0 flex-1 flex-col"
      >
        <ConversationHeader thread={thread}>
          <IconButton label={text("search.inThread")} onClick={() => setSearching(!searching)}>
            <Icon icon={TextSearch} className="size-5" />
          </IconButton>
        </ConversationHeader>
        <div className={classNames("relative flex min-h-0 flex-1 flex-col", searching && "xl:pe-(--beside)")}>
          <MessageList
            box={box}
            conversation={conversation}
            at={at}
            onRewrite={(refused) => {
              conversation.withdraw(refused.clientId);
              composer.current?.putBack(refused);
            }}
          />
          <TypingLine />
          {standing === "open" ? (
            <Composer
              handle={composer}
              kept={kept}
              findQuote={async (number) => {
                const line = await conversation.find(number);
                return line && (line.deleted || line.notice ? null : quoteOf(line));
              }}
              onWrite={conversation.write}
              onEditLast={editLast}
            />
          ) : (
            <StandingNote standing={standing} />
          )}
          {searching && searchPart && (
            <searchPart.ThreadSearch
              search={source.actions.searchMessagesAction}
              onClose={() => setSearching(false)}
              onChoose={goTo}
            />
          )}
        </div>
      </FileDrop>
      {sheetPart && (
        <sheetPart.MessageSheet line={line && !line.deleted ? line : null} onClose={() => setSheet(null)} />
      )}
      {removePart && <removePart.RemoveDialog number={removing} onClose={() => setRemoving(null)} />}
      <Toast onOver={() => setTold("")}>{told}</Toast>
    </ConversationProvider>
  );
}
