"use client";

import { Dialog } from "@base-ui/react/dialog";
import { SmilePlus } from "lucide";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useConversationView, useNames } from "#components/chat/state/conversation-view.ts";
import type { SentLine } from "#components/chat/state/shown-line.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { BareList } from "#components/ui/list.tsx";
import { useBackLayer } from "#components/ui/use-back-layer.ts";
import { commonEmoji } from "./emoji.ts";
import { EmojiPicker } from "./emoji-picker.tsx";
import { emojiStyle } from "./emoji-style.ts";
import { isFull } from "./reaction-marks.ts";
import { useLineActions } from "./use-line-actions.ts";

type MessageSheetProps = {
  /** The message that it is about; none while it is closed. */
  line: SentLine | null;
  onClose: () => void;
};

/** All that one may do with a message, from the screen's lower edge, within reach of a thumb; and who marked it. */
export function MessageSheet({ line, onClose }: MessageSheetProps) {
  const chosen = useRef<() => void>(undefined);
  useBackLayer(line !== null, onClose);
  return (
    <Dialog.Root
      open={line !== null}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      // The action moves the focus (to the field or a dialog), so it has to wait until the sheet has released it.
      onOpenChangeComplete={(open) => {
        if (!open) chosen.current?.();
        chosen.current = undefined;
      }}
    >
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          finalFocus={() => !chosen.current}
          className="fixed inset-x-0 bottom-0 z-30 mx-auto max-h-[80dvh] overflow-y-auto overscroll-contain rounded-t-card border border-hairline bg-surface px-3 pt-4 pb-[max(1rem,env(safe-area-inset-bottom))] shadow-float outline-none transition-[translate,opacity] data-ending-style:translate-y-8 data-ending-style:opacity-0 data-starting-style:translate-y-8 data-starting-style:opacity-0 md:bottom-auto md:top-[15dvh] md:max-w-md md:rounded-card"
        >
          {line && (
            <SheetContent
              line={line}
              onChoose={(run) => {
                chosen.current = run;
                onClose();
              }}
            />
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

type SheetContentProps = { line: SentLine; onChoose: (run: (() => void) | undefined) => void };

function SheetContent({ line, onChoose }: SheetContentProps) {
  const text = useTranslations("chat.message");
  const { viewerId, mayWrite, react } = useConversationView();
  const names = useNames();
  const actions = useLineActions(line);
  const [all, setAll] = useState(false);
  const marks = new Set(line.reactions.map(({ emoji }) => emoji));
  const own = (emoji: string) =>
    line.reactions.find((reaction) => reaction.emoji === emoji)?.memberIds.includes(viewerId) ?? false;

  function mark(emoji: string) {
    void react(line.number, emoji, !own(emoji));
    onChoose(undefined);
  }
  return (
    <>
      <Dialog.Title className="sr-only">{text("actions")}</Dialog.Title>
      {line.text && <p className="mx-3 mb-3 line-clamp-2 text-sm text-ink-soft">{line.text}</p>}
      {mayWrite &&
        (all ? (
          <div className="border-b border-hairline px-1 pb-3">
            <EmojiPicker reactions={line.reactions} onPick={mark} />
          </div>
        ) : (
          <div className="flex justify-between border-b border-hairline px-1 pb-3">
            {commonEmoji.map((emoji) => (
              <button
                key={emoji}
                type="button"
                aria-pressed={own(emoji)}
                disabled={isFull(line.reactions) && !marks.has(emoji)}
                onClick={() => mark(emoji)}
                className={classNames(
                  emojiStyle,
                  "grid size-11 place-items-center rounded-full text-xl leading-none hover:bg-sunken disabled:opacity-40 aria-pressed:bg-accent-soft",
                )}
              >
                {emoji}
              </button>
            ))}
            <button
              type="button"
              aria-label={text("moreEmoji")}
              onClick={() => setAll(true)}
              className="grid size-11 place-items-center rounded-full text-ink-soft hover:bg-sunken"
            >
              <Icon icon={SmilePlus} className="size-6" />
            </button>
          </div>
        ))}
      {!all && (
        <BareList className="pt-2">
          {actions.map(({ name, label, icon, run }) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  if (name === "copy") run();
                  onChoose(name === "copy" ? undefined : run);
                }}
                className={classNames(
                  "flex min-h-12 w-full items-center gap-4 rounded-control px-3 text-start hover:bg-sunken focus-visible:-outline-offset-2",
                  name === "delete" && "text-wrong",
                )}
              >
                <Icon icon={icon} className="size-5" />
                {label}
              </button>
            </li>
          ))}
        </BareList>
      )}
      {!all && line.reactions.length > 0 && (
        <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 border-t border-hairline px-3 pt-3 text-sm text-ink-soft">
          {line.reactions.map(({ emoji, memberIds }) => (
            <div key={emoji} className="contents">
              <dt className={emojiStyle}>{emoji}</dt>
              <dd>{names.list(memberIds)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
