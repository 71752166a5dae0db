"use client";

import { useRouter } from "next/navigation";
import { useActionState } from "react";
import { threadHref } from "#lib/hrefs.ts";
import type { ActionResult } from "#lib/results.ts";
import { type Answer, requestByHttp } from "./live-request.ts";

/** For a form that opens a thread and goes there: the error of the last attempt, and the submit handler. `open` returns the thread's id. */
export function useOpenThread(slug: string, open: () => Promise<ActionResult<string>>) {
  const router = useRouter();
  const [answer, submit] = useActionState<Answer<string> | null>(async () => {
    const opened = await requestByHttp(open);
    if (opened.ok) router.push(threadHref(slug, opened.data));
    return opened;
  }, null);
  return { error: answer && !answer.ok ? answer : null, submit };
}
