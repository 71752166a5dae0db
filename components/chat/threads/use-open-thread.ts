"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState } from "react";
import type { OpenThread } from "#components/chat/chat-actions.ts";
import { type Answer, requestByHttp } from "#components/live/live-request.ts";

/** For a form whose action opens a thread and redirects there: the error of the last attempt, and the submit handler. */
export function useOpenThread(open: OpenThread) {
  const [answer, submit] = useActionState<Answer<never> | null>(() => answerOf(open), null);
  return { error: answer && !answer.ok ? answer : null, submit };
}

async function answerOf(open: OpenThread): Promise<Answer<never>> {
  let thrown: unknown;
  const answer = await requestByHttp(() =>
    open().catch((error: unknown) => {
      thrown = error;
      throw error;
    }),
  );
  // Next throws to redirect.
  unstable_rethrow(thrown);
  return answer;
}
