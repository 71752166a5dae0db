"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { request } from "#components/live/live-request.ts";
import { useCatchUp, useLiveEvent } from "#components/live/use-live-event.ts";
import { Count } from "#components/ui/count.tsx";

// Time for a message that is being looked at to be marked as read.
const settling = 250;

/** How many messages wait, over all threads: asked for again whenever one arrives or is read on any screen. */
export function UnreadBadge({ initial }: { initial: number }) {
  const text = useTranslations("chat");
  const { socket } = useLive();
  const [unread, setUnread] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function recountSoon() {
    timer.current ??= setTimeout(recount, settling);
  }
  async function recount() {
    timer.current = undefined;
    const answer = await request(socket, () => socket.emitWithAck("unread:count", null));
    if (answer.ok) setUnread(answer.data.unread);
  }
  useCatchUp(recountSoon);
  useLiveEvent("message:new", recountSoon);
  useLiveEvent("thread:read", recountSoon);
  useEffect(() => () => clearTimeout(timer.current), []);

  return <Count value={unread} label={text("unread", { count: unread })} />;
}
