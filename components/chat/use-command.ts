"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import type { ActionResult } from "#lib/results.ts";

/**
 * Runs one command at a time; `trouble` is what to say of the last one when it was refused or nobody answered, and `notFound` what to say
 * where what it is about is not to be had.
 */
export function useCommand(notFound?: string) {
  const refusalText = useRefusalText();
  const [pending, setPending] = useState<string | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);

  /** Whether it was done, and with what; null when it was not. `name` tells its button from others. */
  async function run<T>(name: string, act: () => Promise<ActionResult<T>>): Promise<{ data: T } | null> {
    if (pending) return null;
    setPending(name);
    setTrouble(null);
    const answer = await requestByHttp(act);
    setPending(null);
    if (answer.ok) return { data: answer.data };
    setTrouble((answer.code === "not-found" && notFound) || refusalText(answer));
    return null;
  }
  return { run, pending, trouble, forget: () => setTrouble(null) };
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
