"use client";

import { ArrowUp } from "lucide";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef } from "react";
import { pastedFiles } from "#components/chat/files/file-drop.tsx";
import { FileStrip } from "#components/chat/files/file-strip.tsx";
import { useUploads } from "#components/chat/files/use-uploads.ts";
import type { Written } from "#components/chat/frame/outbox.ts";
import { useTypingSender } from "#components/chat/frame/typing.tsx";
import {
  useConversationView,
  useMentionable,
  useWritingNote,
} from "#components/chat/state/conversation-view.ts";
import type { KeptText } from "#components/chat/state/kept-text.ts";
import type { ShownLine } from "#components/chat/state/shown-line.ts";
import { MentionField } from "#components/chat/text/mention-field.tsx";
import { MessageLimits } from "#components/chat/text/message-limits.tsx";
import { ReplyStrip } from "#components/chat/text/quotes.tsx";
import { readMessage } from "#components/chat/text/written-message.ts";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { isBlank } from "#lib/blank.ts";
import type { Quote } from "#lib/chat/schema.ts";
import { AttachButton } from "./attach-button.tsx";
import { type FindQuote, useDraft, useKeptQuote } from "./use-draft.ts";

/** What others do to the composer. */
export type ComposerHandle = {
  focus: () => void;
  addFiles: (files: Iterable<File>) => void;
  answer: (quote: Quote) => void;
  /** Gives back what could not be sent. */
  putBack: (line: ShownLine) => void;
};

type ComposerProps = {
  handle: Ref<ComposerHandle>;
  kept: KeptText;
  findQuote: FindQuote;
  onWrite: (written: Written) => void;
  /** ArrowUp where nothing is written. */
  onEditLast: () => void;
};

/** The field for a message. Enter sends where there is a keyboard, the button everywhere. */
export function Composer({ handle, kept, findQuote, onWrite, onEditLast }: ComposerProps) {
  const say = useTranslations("chat.composer");
  const { thread } = useConversationView();
  const notes = useId();
  const noteId = useId();
  const note = useWritingNote();
  const field = useRef<HTMLTextAreaElement>(null);
  const people = useMentionable();
  const uploads = useUploads(thread.id);
  const tellTyping = useTypingSender(thread.id);
  const { text, setText, isOwn } = useDraft(kept);
  const [quote, setQuote] = useKeptQuote(kept, findQuote);
  const message = readMessage(text, people);
  const hasFilesAlone = message.blank && uploads.files.length > 0;
  const ready = (message.words !== null || hasFilesAlone) && !uploads.busy;

  useImperativeHandle(handle, () => ({
    focus: () => field.current?.focus(),
    addFiles: uploads.add,
    answer(next) {
      setQuote(next);
      field.current?.focus();
    },
    putBack(line) {
      setText(!message.blank && line.text ? `${line.text}\n${text}` : line.text || text);
      setQuote(line.quote);
      uploads.restore(line.files);
      field.current?.focus();
    },
  }));
  // Focus the field only where there is a real keyboard: elsewhere it would open the on-screen one.
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, []);

  function send() {
    field.current?.focus();
    if (!ready || !isOwn()) return;
    onWrite({ text: message.words ?? "", quote, mentions: message.mentions, files: uploads.files });
    setText("");
    setQuote(null);
    uploads.clear(uploads.files);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (event.key !== "ArrowUp" || text !== "" || event.shiftKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onEditLast();
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="shrink-0 border-t border-hairline px-2 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-0"
    >
      <div className="mx-auto max-w-3xl md:px-6">
        {note && (
          <p id={noteId} className="px-2 pb-3 text-center text-sm text-balance text-ink-soft md:px-0">
            {note}
          </p>
        )}
        {quote && <ReplyStrip quote={quote} onCancel={() => setQuote(null)} />}
        <FileStrip uploads={uploads} />
        <div className="flex items-end gap-1 md:gap-2">
          <AttachButton onFiles={uploads.add} />
          <MentionField
            field={field}
            rows={1}
            value={text}
            onText={(next) => {
              setText(next);
              if (!isBlank(next)) tellTyping();
            }}
            people={people}
            onEnter={send}
            onEscape={quote ? () => setQuote(null) : undefined}
            onKeyDown={onKeyDown}
            onPaste={(event) => {
              const files = pastedFiles(event);
              if (files.length === 0) return;
              event.preventDefault();
              uploads.add(files);
            }}
            aria-label={say(thread.kind === "GROUP" ? "groupLabel" : "label", { name: thread.name })}
            aria-describedby={note ? `${noteId} ${notes}` : notes}
            placeholder={say("placeholder")}
            autoComplete="off"
            className="max-h-[8lh]!"
          />
          {/* Pressing it leaves the focus in the field, and with it a phone's keyboard. */}
          <span onPointerDown={(event) => event.preventDefault()} className="flex">
            <IconButton type="submit" variant={ready ? "primary" : "secondary"} label={say("send")}>
              <Icon icon={ArrowUp} className="size-5" />
            </IconButton>
          </span>
        </div>
        <div id={notes} className="mt-1 flex justify-between gap-4 text-xs text-ink-soft empty:hidden">
          <span className="pointer-coarse:hidden">{uploads.busy ? say("uploading") : say("hint")}</span>
          <MessageLimits message={message} />
        </div>
      </div>
    </form>
  );
}
