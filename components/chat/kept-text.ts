import { z } from "zod";
import type { PendingLine } from "./conversation-state.ts";

const keptLine = z.object({ clientId: z.uuid(), text: z.string(), writtenAt: z.iso.datetime() });

export type KeptText = ReturnType<typeof keptText>;

/**
 * What one member has written in one thread and the server does not have yet, on this device: a draft, and an entry for each
 * waiting line, so that two tabs do not write over each other. A browser that keeps nothing is as good as an empty one.
 */
export function keptText(storage: Storage | undefined, memberId: string, threadId: string) {
  const prefix = `okaeri:${memberId}:${threadId}:`;
  const draftKey = `${prefix}draft`;
  const lineKey = (clientId: string) => `${prefix}line:${clientId}`;

  return {
    draft: () => attempt(() => storage?.getItem(draftKey)) ?? "",
    keepDraft: (text: string) => put(draftKey, text),
    keepLine: ({ clientId, text, writtenAt }: PendingLine) =>
      put(lineKey(clientId), JSON.stringify({ clientId, text, writtenAt })),
    dropLine: (clientId: string) => put(lineKey(clientId), ""),

    /** In the order in which they were written. */
    lines(): PendingLine[] {
      const keys = attempt(() => Object.keys(storage ?? {})) ?? [];
      const kept = keys.filter((key) => key.startsWith(lineKey(""))).flatMap((key) => read(key) ?? []);
      return kept.toSorted((a, b) => Date.parse(a.writtenAt) - Date.parse(b.writtenAt));
    },
  };

  function put(key: string, text: string): void {
    attempt(() => (text ? storage?.setItem(key, text) : storage?.removeItem(key)));
  }

  function read(key: string): PendingLine | undefined {
    const parsed = keptLine.safeParse(attempt(() => JSON.parse(storage?.getItem(key) ?? "")));
    return parsed.data;
  }
}

/** This browser's own storage; undefined where it may not be used, as on the server. */
export function deviceStorage(): Storage | undefined {
  return attempt(() => globalThis.localStorage);
}

// Storage throws when it is full, switched off or private.
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
