"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import type { ConversationActions } from "#components/chat/chat-actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import type { Unfolded } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";

/** The commands on messages of one thread; each resolves to what went wrong, or null. `onDone`: comes before that null. */
export function useMessageCommands(
  slug: string,
  threadId: string,
  { editMessageAction, deleteMessageAction, setReactionAction, unfoldLinesAction }: ConversationActions,
  onDone: () => Promise<void>,
) {
  const text = useTranslations();
  const refusalText = useRefusalText();
  const settle = useRef(onDone);
  useEffect(() => {
    settle.current = onDone;
  });
  return useMemo(() => {
    async function run(act: () => Promise<ActionResult<unknown>>): Promise<string | null> {
      const answer = await requestByHttp(act);
      if (answer.ok) {
        await settle.current();
        return null;
      }
      const tooMany = answer.code === "invalid" && answer.fields.emoji === "chat-reactions";
      return tooMany ? text("chat.message.tooManyReactions") : refusalText(answer);
    }
    return {
      edit: (number: number, words: string, mentions: string[]) =>
        run(() => editMessageAction(slug, { threadId, number, text: words, mentions })),
      remove: (number: number) => run(() => deleteMessageAction(slug, { threadId, number })),
      react: (number: number, emoji: string, on: boolean) =>
        run(() => setReactionAction(slug, { threadId, number, emoji, on })),
      async unfold(first: number, last: number): Promise<Unfolded | null> {
        const answer = await requestByHttp(() => unfoldLinesAction(slug, { threadId, first, last }));
        return answer.ok ? answer.data : null;
      },
    };
  }, [
    slug,
    threadId,
    editMessageAction,
    deleteMessageAction,
    setReactionAction,
    unfoldLinesAction,
    text,
    refusalText,
  ]);
}
