"use client";

import { Menu } from "@base-ui/react/menu";
import { Ellipsis, Reply } from "lucide";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import { quoteOf, type SentLine } from "#components/chat/state/shown-line.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { popupStyle, rowStyle } from "#components/ui/popup-style.ts";
import { commonEmoji } from "./emoji.ts";
import { emojiStyle } from "./emoji-style.ts";
import { isFull } from "./reaction-marks.ts";
import { ReactionPicker, toolStyle } from "./reaction-picker.tsx";
import { useLineActions } from "./use-line-actions.ts";

type MessageToolbarProps = {
  line: SentLine;
  own: boolean;
  onReact: (emoji: string) => void;
  /** Whether one of its popups is open, so that it has to stay. */
  onOpenChange: (open: boolean) => void;
};

/** Beside the message that a pointer or the keyboard is at; where there is no room, over its own corner, never over another. */
export function MessageToolbar({ line, own, onReact, onOpenChange }: MessageToolbarProps) {
  const text = useTranslations("chat.message");
  const { mayWrite, reply, viewerId } = useConversationView();
  const actions = useLineActions(line);
  const [open, setOpen] = useState<"emoji" | "menu" | null>(null);
  const chosen = useRef<() => void>(undefined);

  function isOwn(emoji: string): boolean {
    return line.reactions.some((one) => one.emoji === emoji && one.memberIds.includes(viewerId));
  }
  function toggle(part: "emoji" | "menu") {
    return (isOpen: boolean) => {
      setOpen(isOpen ? part : null);
      if (isOpen) onOpenChange(true);
    };
  }
  // The action moves the focus (to the field or a dialog), so it has to wait until the menu has released it.
  function finish(isOpen: boolean) {
    if (isOpen) return;
    chosen.current?.();
    chosen.current = undefined;
    onOpenChange(false);
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields of a form.
    <div
      role="group"
      aria-label={text("actions")}
      className={classNames(
        "absolute top-1 z-10 flex px-1 pointer-coarse:hidden",
        // As far as the edge of the page's column: a run's empty side is 3 rem, the bar not more than 18, or 7 where there is little room.
        own
          ? "end-[min(100%,100cqi-4rem)] @xs:end-[min(100%,100cqi-15rem)]"
          : "start-[min(100%,100cqi-4rem)] @xs:start-[min(100%,100cqi-15rem)]",
      )}
    >
      <div className="flex gap-0.5 rounded-full border border-hairline bg-surface p-0.5 shadow-float">
        {mayWrite && (
          <>
            {commonEmoji.map((emoji) => (
              <button
                key={emoji}
                type="button"
                aria-pressed={isOwn(emoji)}
                disabled={isFull(line.reactions) && !line.reactions.some((one) => one.emoji === emoji)}
                onClick={() => onReact(emoji)}
                className={classNames(emojiStyle, quickStyle)}
              >
                {emoji}
              </button>
            ))}
            <ReactionPicker
              reactions={line.reactions}
              open={open === "emoji"}
              onOpenChange={toggle("emoji")}
              onClosed={() => finish(false)}
              onPick={onReact}
            />
            <button
              type="button"
              aria-label={text("reply")}
              title={text("reply")}
              onClick={() => reply(quoteOf(line))}
              className={toolStyle}
            >
              <Icon icon={Reply} className="size-4.5" />
            </button>
          </>
        )}
        {actions.length > 0 && (
          <Menu.Root
            modal={false}
            open={open === "menu"}
            onOpenChange={toggle("menu")}
            onOpenChangeComplete={finish}
          >
            <Menu.Trigger aria-label={text("more")} title={text("more")} className={toolStyle}>
              <Icon icon={Ellipsis} className="size-4.5" />
            </Menu.Trigger>
            <Menu.Portal>
              <Menu.Positioner sideOffset={6} collisionPadding={8} className="z-30">
                <Menu.Popup finalFocus={() => !chosen.current} className={classNames(popupStyle, "min-w-48")}>
                  {actions.map(({ name, label, icon, run }) => (
                    <Menu.Item
                      key={name}
                      onClick={() => {
                        if (name === "copy") run();
                        else chosen.current = run;
                      }}
                      className={classNames(rowStyle, name === "delete" && "text-wrong")}
                    >
                      <Icon icon={icon} className="size-4.5" />
                      {label}
                    </Menu.Item>
                  ))}
                </Menu.Popup>
              </Menu.Positioner>
            </Menu.Portal>
          </Menu.Root>
        )}
      </div>
    </div>
  );
}

const quickStyle =
  "hidden size-7 place-items-center self-center @xs:grid rounded-full text-base leading-none hover:bg-sunken disabled:opacity-40 aria-pressed:bg-accent-soft focus-visible:-outline-offset-2";
