"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import type { ActionResult } from "#lib/results.ts";

/**
 * Runs one command at a time. `error` is the text to show when the last one was refused or nobody answered; `notFound` is that text where
 * the answer was "not-found".
 */
export function useCommand(notFound?: string) {
  const refusalText = useRefusalText();
  const [pending, setPending] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  /** Whether it was done, and with what; null when it was not. `name` tells its button from others. */
  async function run<T>(name: string, act: () => Promise<ActionResult<T>>): Promise<{ data: T } | null> {
    if (pending) return null;
    setPending(name);
    setError(null);
    const answer = await requestByHttp(act);
    setPending(null);
    if (answer.ok) return { data: answer.data };
    setError((answer.code === "not-found" && notFound) || refusalText(answer));
    return null;
  }
  return { run, pending, error, forget: () => setError(null) };
}

/** A command that changes what the page says of a thread: the page is asked for again, without waiting to be told. */
export function useThreadCommand() {
  const router = useRouter();
  const command = useCommand();

  async function run<T>(name: string, act: () => Promise<ActionResult<T>>): Promise<{ data: T } | null> {
    const done = await command.run(name, act);
    if (done) router.refresh();
    return done;
  }
  return { ...command, run };
}
