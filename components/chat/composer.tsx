"use client";

import { ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useId, useState } from "react";
import { createEnterReader } from "#components/ui/enter-key.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { messageTextSchema } from "#lib/chat/schema.ts";
import { TextRoom } from "./text-room.tsx";

type ComposerProps = {
  field: RefObject<HTMLTextAreaElement | null>;
  name: string;
  text: string;
  onText: (text: string) => void;
  onWrite: (text: string) => void;
};

/** Where one writes: Enter sends where there is a keyboard, the button everywhere. */
export function Composer({ field, name, text, onText, onWrite }: ComposerProps) {
  const say = useTranslations("chat.composer");
  const notes = useId();
  const [enter] = useState(createEnterReader);
  const message = messageTextSchema.safeParse(text);

  function send() {
    if (message.success) onWrite(message.data);
    field.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    if (isTouch() || !enter.sends(event.nativeEvent)) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="shrink-0 border-t border-hairline px-3 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] md:px-0"
    >
      <div className="mx-auto max-w-3xl md:px-8">
        <div className="flex items-end gap-2">
          <TextArea
            ref={field}
            rows={1}
            value={text}
            onChange={(event) => onText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
            aria-label={say("label", { name })}
            aria-describedby={notes}
            placeholder={say("placeholder")}
            autoComplete="off"
            className="max-h-[8lh]! flex-1"
          />
          {/* Pressing it leaves the focus in the field, and with it a phone's keyboard. */}
          <span onPointerDown={(event) => event.preventDefault()} className="flex">
            <IconButton type="submit" variant={message.success ? "primary" : "secondary"} label={say("send")}>
              <ArrowUp className="size-5" aria-hidden="true" />
            </IconButton>
          </span>
        </div>
        <div id={notes} className="mt-1.5 flex justify-between gap-4 text-2xs text-ink-soft empty:hidden">
          <span className="pointer-coarse:hidden">{say("hint")}</span>
          <TextRoom length={text.trim().length} />
        </div>
      </div>
    </form>
  );
}

function isTouch(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}
