"use client";

import { Copy, Pencil, Reply, Undo2 } from "lucide";
import { useTranslations } from "next-intl";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import { quoteOf, type SentLine } from "#components/chat/state/shown-line.ts";

/** What the viewer may do with a message, besides marking it. */
export function useLineActions(line: SentLine) {
  const text = useTranslations("chat.message");
  const view = useConversationView();
  const own = line.authorId === view.viewerId;
  const actions = [
    {
      name: "reply",
      label: text("reply"),
      icon: Reply,
      when: view.mayWrite,
      run: () => view.reply(quoteOf(line)),
    },
    {
      name: "copy",
      label: text("copy"),
      icon: Copy,
      when: line.text !== "",
      run: () => view.copy(line.text),
    },
    {
      name: "edit",
      label: text("edit"),
      icon: Pencil,
      when: own && view.mayWrite && line.text !== "",
      run: () => view.startEditing(line.number),
    },
    {
      name: "delete",
      label: text("delete"),
      icon: Undo2,
      when: own && view.mayWrite,
      run: () => view.askRemove(line.number),
    },
  ];
  return line.deleted ? [] : actions.filter(({ when }) => when);
}
