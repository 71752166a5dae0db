import { isChatFile } from "#components/chat/files/file-shape.ts";
import { attempt } from "#components/live/browser-storage.ts";
import type { SendMessage } from "#lib/chat/input.ts";
import type { ChatFile, Quote } from "#lib/chat/schema.ts";
import { isFlag, isNumber, isText, listOf, nullOr, optional, shapeOf } from "#lib/shapes.ts";

/** A line of the viewer's own that is not known to be committed. */
export type PendingLine = {
  clientId: string;
  text: string;
  /** ISO. Later for a later line of the same thread. */
  writtenAt: string;
  quote: Quote | null;
  mentions: string[];
  /** Uploaded already. */
  files: ChatFile[];
  /** Will not be sent: the server said no, for a reason that errors.json names. */
  refused?: string;
};

const isLine = shapeOf<PendingLine>({
  clientId: isText,
  text: isText,
  writtenAt: (value): value is string => isText(value) && !Number.isNaN(Date.parse(value)),
  quote: nullOr(
    shapeOf<Quote>({ number: isNumber, authorId: isText, text: isText, deleted: isFlag, files: isNumber }),
  ),
  mentions: listOf(isText),
  files: listOf(isChatFile),
  refused: optional(isText),
});

// Entries of an earlier version had no more than words.
const additions = { quote: null, mentions: [], files: [] };

export type LinesByThread = ReadonlyMap<string, readonly PendingLine[]>;
export type KeptLines = ReturnType<typeof keptLines>;

/**
 * What one member has written on this device, in any thread, and the server is not known to have: an entry for each line, so that tabs
 * do not write over each other. Where the browser has no storage, lines are kept in memory.
 */
export function keptLines(storage: Storage | undefined, memberId: string) {
  const prefix = `okaeri:${memberId}:`;
  const loose = new Map<string, PendingLine>();

  return {
    /** Those of each thread in the order in which they were written. */
    all(): LinesByThread {
      const threads = new Map<string, PendingLine[]>();
      for (const [key, line] of [...entries(), ...loose]) {
        const threadId = threadOf(key);
        if (threadId) threads.set(threadId, [...(threads.get(threadId) ?? []), line]);
      }
      for (const lines of threads.values()) lines.sort(byTime);
      return threads;
    },

    keep(threadId: string, line: PendingLine): void {
      const key = keyOf(threadId, line.clientId);
      const isKept = attempt(() => {
        storage?.setItem(key, JSON.stringify(line));
        return storage !== undefined;
      });
      if (isKept) loose.delete(key);
      else loose.set(key, line);
    },

    drop(threadId: string, clientId: string): void {
      const key = keyOf(threadId, clientId);
      loose.delete(key);
      attempt(() => storage?.removeItem(key));
    },

    /** Whether a key of the storage is one of these. */
    owns: (key: string) => threadOf(key) !== undefined,
  };

  function keyOf(threadId: string, clientId: string): string {
    return `${prefix}${threadId}:line:${clientId}`;
  }

  function threadOf(key: string): string | undefined {
    if (!key.startsWith(prefix)) return undefined;
    const [threadId, kind] = key.slice(prefix.length).split(":");
    return kind === "line" ? threadId : undefined;
  }

  function entries(): [string, PendingLine][] {
    const keys = attempt(() => Object.keys(storage ?? {})) ?? [];
    return keys.filter(threadOf).flatMap((key) => {
      const line: unknown = attempt(() => ({ ...additions, ...JSON.parse(storage?.getItem(key) ?? "") }));
      return isLine(line) ? [[key, line]] : [];
    });
  }
}

function byTime(a: PendingLine, b: PendingLine): number {
  return Date.parse(a.writtenAt) - Date.parse(b.writtenAt) || a.clientId.localeCompare(b.clientId);
}

/** What the server is asked to commit. */
export function messageOf(threadId: string, line: PendingLine): SendMessage {
  const { clientId, text, quote, mentions, files } = line;
  const message = { threadId, clientId, text, mentions, files: files.map(({ id }) => id) };
  return quote ? { ...message, quoted: quote.number } : message;
}
