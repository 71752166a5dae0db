"use client";

import { useMemo } from "react";
import { useConversationView } from "#components/chat/conversation/conversation-view.ts";
import type { PersonCard } from "#lib/people/schema.ts";

/** Whom the viewer may name by an "@": the others of a group. In a conversation of two there is nobody to tell from others. */
export function useMentionable(): PersonCard[] {
  const { thread, viewerId } = useConversationView();
  return useMemo(() => {
    if (thread.kind === "DIRECT") return [];
    return thread.participants.flatMap(({ person, state }) =>
      state === "ACTIVE" && person.memberId !== viewerId ? person : [],
    );
  }, [thread, viewerId]);
}
