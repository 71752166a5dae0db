import { attempt } from "#components/live/browser-storage.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { isNumber, isText, listOf, type Shape, shapeOf } from "#lib/shapes.ts";
import { isChatFile } from "./file-shape.ts";
import type { Begun } from "./upload.ts";

const isBegun = shapeOf<Begun>({ key: isText, name: isText, type: isText, size: isNumber });

// The server removes files that were not sent within a day.
const maxAgeMs = 20 * 60 * 60 * 1000;

/** The files of a draft on this device, as keptText holds its words. A browser that keeps nothing is as good as an empty one. */
export function keptFiles(storage: Storage | undefined, memberId: string, threadId: string) {
  const key = `okaeri:${memberId}:${threadId}:files`;
  return {
    /** Those that the server still has. */
    read(now = Date.now()): ChatFile[] {
      const files = read(storage, key, isChatFile);
      return files.filter(({ id }) => now - madeAt(id) < maxAgeMs);
    },
    keep: (files: ChatFile[]) => write(storage, key, files),
    /** Whether a key of the storage is this one; null is told for all. */
    owns: (changed: string | null) => changed === null || changed === key,
  };
}

/** The files of a draft that are on their way from this tab: what was begun, and not ended, when the page was left. */
export function begunFiles(storage: Storage | undefined, memberId: string, threadId: string) {
  const key = `okaeri:${memberId}:${threadId}:begun`;
  return {
    read: (): Begun[] => read(storage, key, isBegun),
    keep: (uploads: Begun[]) => write(storage, key, uploads),
  };
}

function read<T>(storage: Storage | undefined, key: string, is: Shape<T>): T[] {
  const kept: unknown = attempt(() => JSON.parse(storage?.getItem(key) ?? "null"));
  return listOf(is)(kept) ? kept : [];
}

function write(storage: Storage | undefined, key: string, list: readonly unknown[]): void {
  attempt(() => (list.length === 0 ? storage?.removeItem(key) : storage?.setItem(key, JSON.stringify(list))));
}

/** A UUIDv7 begins with its time. */
function madeAt(id: string): number {
  return Number.parseInt(id.replace("-", "").slice(0, 12), 16);
}
