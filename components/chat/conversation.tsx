"use client";

import { useEffect, useRef, useState } from "react";
import { Composer } from "./composer.tsx";
import { ConversationHeader } from "./conversation-header.tsx";
import { deviceStorage, keptText } from "./kept-text.ts";
import { MessageList } from "./message-list.tsx";
import { type ConversationSource, useConversation } from "./use-conversation.ts";
import { useDraft } from "./use-draft.ts";

/** One thread: who it is with, what was said, and where one goes on. Give it a key of the thread. */
export function Conversation(source: ConversationSource) {
  const { slug, viewerId, thread } = source;
  const [kept] = useState(() => keptText(deviceStorage(), viewerId, thread.id));
  const { state, write, withdraw, markRead, loadOlder } = useConversation(source, kept);
  const [draft, setDraft] = useDraft(kept);
  const field = useRef<HTMLTextAreaElement>(null);

  // Where a keyboard is at hand, one comes to a thread to write; elsewhere it would open the one on the screen.
  useEffect(() => {
    if (matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, []);

  function rewrite(clientId: string, text: string) {
    withdraw(clientId);
    setDraft(draft.trim() ? `${text}\n${draft}` : text);
    field.current?.focus();
  }

  return (
    <>
      <ConversationHeader slug={slug} person={thread.person} />
      <MessageList
        person={thread.person}
        state={state}
        loadOlder={loadOlder}
        markRead={markRead}
        onRewrite={rewrite}
      />
      <Composer
        field={field}
        name={thread.person.displayName}
        text={draft}
        onText={setDraft}
        onWrite={(text) => {
          write(text);
          setDraft("");
        }}
      />
    </>
  );
}
