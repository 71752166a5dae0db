"use client";

import { useRouter } from "next/navigation";
import type { ActionResult } from "#lib/results.ts";
import { useCommand } from "./use-command.ts";

/** A command that changes what the page says of a thread: the page is asked for anew, without waiting to be told. */
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
