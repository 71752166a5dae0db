"use client";

import { useFormatter, useTranslations } from "next-intl";
import { createContext, useContext, useMemo } from "react";
import type { Quote, Thread, Unfolded } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import type { KeptText } from "./kept-text.ts";
import { asks } from "./standing-now.ts";

/** What the lines of a conversation need to know, and what one does with them. */
export type ConversationView = {
  slug: string;
  viewerId: string;
  thread: Thread;
  /** Anyone who is or was in the thread; undefined for somebody whom it does not know any more. */
  personOf: (memberId: string) => PersonCard | undefined;
  /** Who wrote the lines that are loaded, whoever did last first. */
  latestAuthors: () => string[];
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
  /** What the lines between two numbers hold that are folded; null where that could not be asked for. */
  unfold: (first: number, last: number) => Promise<Unfolded | null>;
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

/** How people of the conversation are called in a sentence. */
export function useNames() {
  const text = useTranslations("chat.message");
  const format = useFormatter();
  const { viewerId, personOf } = useConversationView();

  const plain = (memberId: string) => personOf(memberId)?.displayName ?? text("unknown");
  const called = (memberId: string) => {
    const person = personOf(memberId);
    return person ? text("called", { name: person.displayName }) : text("unknown");
  };
  return {
    /** The name alone. */
    plain,
    /** As the one who does something. */
    subject: (memberId: string) => (memberId === viewerId ? text("you") : called(memberId)),
    /** As those to whom something is done, or who did it, one after another. */
    list: (memberIds: readonly string[]) =>
      format.list(memberIds.map((id) => (id === viewerId ? text("youAmongOthers") : called(id)))),
  };
}

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

/** What one should know before one writes here: that nobody is there to be told, or that a first line asks for consent. */
export function useWritingNote(): string | null {
  const text = useTranslations("chat.composer");
  const { thread, viewerId } = useConversationView();
  const { name } = thread;
  if (thread.away) return text("away", { name });
  return asks(thread, viewerId) ? text("asks", { name }) : null;
}
