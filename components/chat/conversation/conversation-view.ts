"use client";

import { createContext, useContext } from "react";
import type { KeptText } from "#components/chat/composer/kept-text.ts";
import type { Quote, Thread } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

/** What the lines of a conversation need to know, and what one does with them. */
export type ConversationView = {
  slug: string;
  viewerId: string;
  thread: Thread;
  /** Whoever is or was in the thread; undefined for somebody whom it does not know any more. */
  personOf: (memberId: string) => PersonCard | undefined;
  /** Whether the viewer may answer, mark and change messages here. */
  mayWrite: boolean;
  kept: KeptText;
  /** The number of the line that is being edited, and of the one that was gone to just now. */
  editing: number | null;
  marked: number | null;
  reply: (quote: Quote) => void;
  startEditing: (number: number) => void;
  stopEditing: () => void;
  /** Resolves to what went wrong, or null. */
  saveEdit: (number: number, text: string, mentions: string[]) => Promise<string | null>;
  remove: (number: number) => Promise<string | null>;
  /** Whether it worked. */
  react: (number: number, emoji: string, on: boolean) => Promise<boolean>;
  copy: (text: string) => void;
  goTo: (number: number) => void;
  openSheet: (number: number) => void;
  askRemove: (number: number) => void;
};

const ConversationContext = createContext<ConversationView | null>(null);

export const ConversationProvider = ConversationContext.Provider;

/** Only within a conversation. */
export function useConversationView(): ConversationView {
  const view = useContext(ConversationContext);
  if (!view) throw new Error("useConversationView() is called outside of a conversation");
  return view;
}
