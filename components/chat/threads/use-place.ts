"use client";

import { useChatRoom } from "#components/chat/chat-room.tsx";
import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import type { ThreadCard } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

export type PlaceCommand = "read" | "pin" | "unpin" | "mute" | "unmute" | "archive" | "unarchive";

type Placed = Pick<ThreadCard, "id" | "last">;

/** Does something with a thread's place in the viewer's list. */
export function usePlace(): (thread: Placed, command: PlaceCommand) => Promise<Answer<void>> {
  const { slug, commands } = useChatRoom();
  function act({ id: threadId, last }: Placed, command: PlaceCommand): Promise<ActionResult<void>> {
    switch (command) {
      case "read":
        return commands.markReadAction(slug, { threadId, number: last?.number ?? 0 });
      case "pin":
      case "unpin":
        return commands.pinThreadAction(slug, { threadId, on: command === "pin" });
      case "mute":
      case "unmute":
        return commands.muteThreadAction(slug, { threadId, on: command === "mute" });
      case "archive":
      case "unarchive":
        return commands.archiveThreadAction(slug, { threadId, on: command === "archive" });
    }
  }
  return (thread, command) => requestByHttp(() => act(thread, command));
}
