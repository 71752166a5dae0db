"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useTyping } from "#components/chat/frame/typing.tsx";
import { useConversationView, useNames } from "#components/chat/state/conversation-view.ts";
import { LiveRegion } from "#components/ui/live-region.tsx";

/** Below the lines: who writes just now. It has its place at all times, so that nothing moves. */
export function TypingLine() {
  const text = useTranslations("chat.message.typing");
  const { thread } = useConversationView();
  const names = useNames();
  const typing = useTyping(thread.id);
  const [first, second] = typing;
  const said =
    first === undefined
      ? ""
      : typing.length > 2
        ? text("many", { count: typing.length })
        : text("some", { names: names.list(second === undefined ? [first] : [first, second]) });
  return (
    <div className="mx-auto h-6 w-full max-w-3xl shrink-0 px-4 text-xs text-ink-soft md:px-6">
      <span aria-hidden="true" className="flex items-center gap-2">
        {said && (
          <>
            <span className="flex gap-0.5 *:size-1 *:animate-breathe *:rounded-full *:bg-current">
              <span />
              <span className="[animation-delay:200ms]" />
              <span className="[animation-delay:400ms]" />
            </span>
            <span className="truncate">{said}</span>
          </>
        )}
      </span>
      <LiveRegion message={useThrottled(said)} />
    </div>
  );
}

const minIntervalMs = 30_000;

/** The text, at most once in half a minute, so that a screen reader is not interrupted at each pause in somebody's typing. */
function useThrottled(said: string): string {
  const [spoken, setSpoken] = useState("");
  const last = useRef(0);
  useEffect(() => {
    if (said === "") return setSpoken("");
    if (Date.now() - last.current < minIntervalMs) return;
    last.current = Date.now();
    setSpoken(said);
  }, [said]);
  return spoken;
}
