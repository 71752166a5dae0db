"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useConversationView } from "./conversation-view.ts";

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
    /** As whoever does something. */
    subject: (memberId: string) => (memberId === viewerId ? text("you") : called(memberId)),
    /** As those to whom something is done, or who did it, one after another. */
    list: (memberIds: readonly string[]) =>
      format.list(memberIds.map((id) => (id === viewerId ? text("youAmongOthers") : called(id)))),
  };
}
