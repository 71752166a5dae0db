"use client";

import { useTranslations } from "next-intl";
import { type FocusEvent, type KeyboardEvent, memo, useState } from "react";
import { fileHref } from "#components/chat/files/file-href.ts";
import { MessageFiles } from "#components/chat/files/message-files.tsx";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import type { SentLine, ShownLine } from "#components/chat/state/shown-line.ts";
import { classNames } from "#components/ui/class-names.ts";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { useLongPress } from "#components/ui/use-long-press.ts";
import { latePart, usePart } from "#components/ui/use-part.ts";
import { MessageBubble } from "./message-bubble.tsx";
import { MessageEditor } from "./message-editor.tsx";
import { Reactions, useReactions } from "./reactions.tsx";

/** The bar of a line; the conversation asks for it before a line does. */
export const toolbar = latePart(() => import("./message-toolbar.tsx"));

type MessageLineProps = { line: ShownLine; own: boolean; arriving: boolean; authorLabel: string };

/** One message: reached by the arrow keys, with a bar of what one may do while it is pointed at, and a sheet under a long press. */
export const MessageLine = memo(function MessageLine({ line, own, arriving, authorLabel }: MessageLineProps) {
  const text = useTranslations("chat.message");
  const { slug, thread, editing, openSheet } = useConversationView();
  const hydrated = useHydrated();
  // There is one conversation on a page.
  const textId = `line-${line.number ?? line.clientId}`;
  const sent = toSentLine(line);
  const [near, setNear] = useState(false);
  const [open, setOpen] = useState(false);
  const bar = usePart(toolbar, near, { whenIdle: false });
  const { shown, toggle } = useReactions(sent?.number ?? 0, line.reactions);
  const longPress = useLongPress(() => sent && openSheet(sent.number));

  if (sent && editing === sent.number) return <MessageEditor line={sent} mentions={line.mentions} />;

  // Only focus by keyboard shows the toolbar, not a jump to the line or a press.
  function comeByKey(event: FocusEvent<HTMLElement>) {
    if (event.target.matches(":focus-visible")) setNear(true);
  }
  function leave(event: FocusEvent<HTMLElement>) {
    if (!event.currentTarget.contains(event.relatedTarget)) setNear(false);
  }
  function openByKey(event: KeyboardEvent<HTMLElement>) {
    if (event.key !== "Enter" || event.target !== event.currentTarget || !sent) return;
    event.preventDefault();
    openSheet(sent.number);
  }
  return (
    <article
      data-number={line.number ?? undefined}
      data-line=""
      tabIndex={-1}
      aria-labelledby={`${authorLabel} ${textId}`}
      onMouseEnter={() => setNear(true)}
      onMouseLeave={() => setNear(false)}
      onFocus={comeByKey}
      onBlur={leave}
      onKeyDown={openByKey}
      {...(sent && longPress)}
      className={classNames("message", arriving && "animate-arrive")}
    >
      <MessageBubble line={line} textId={textId} />
      <MessageFiles files={line.files} hrefOf={(file) => fileHref(slug, thread.id, file.id)} own={own} />
      {sent && (
        <>
          <Reactions reactions={shown} onToggle={toggle} />
          {hydrated && (
            <button type="button" tabIndex={-1} onClick={() => openSheet(sent.number)} className="sr-only">
              {text("actions")}
            </button>
          )}
          {bar && (near || open) && (
            <bar.MessageToolbar line={sent} own={own} onReact={toggle} onOpenChange={setOpen} />
          )}
        </>
      )}
    </article>
  );
}, isSame);

// Every change of the conversation renders all lines, though few of them differ: compare shallowly.
function isSame(before: MessageLineProps, { line, ...next }: MessageLineProps): boolean {
  return isShallowEqual(before.line, line) && isShallowEqual({ ...before, line }, { ...next, line });
}

function isShallowEqual(one: object, other: object): boolean {
  const values = new Map(Object.entries(other));
  return Object.entries(one).every(([key, value]) => Object.is(value, values.get(key)));
}

/** A line that one can act on: the server has it, and it was not taken back. */
function toSentLine({ number, state, deleted, ...line }: ShownLine): SentLine | null {
  return number === null || state !== "sent" || deleted ? null : { ...line, number, deleted };
}
