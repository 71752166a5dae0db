import { z } from "zod";
import type { ChatFile } from "#lib/chat/schema.ts";
import { chatFileSchema } from "./send-file.ts";

const keptSchema = z.array(chatFileSchema);

// The server takes away what was not sent for a day.
const patience = 20 * 60 * 60 * 1000;

/** The files of a draft on this device, as keptText holds its words. A browser that keeps nothing is as good as an empty one. */
export function keptFiles(storage: Storage | undefined, memberId: string, threadId: string) {
  const key = `okaeri:${memberId}:${threadId}:files`;
  return {
    /** Those that can still be sent. */
    read(now = Date.now()): ChatFile[] {
      try {
        const files = keptSchema.parse(JSON.parse(storage?.getItem(key) ?? ""));
        return files.filter(({ id }) => now - madeAt(id) < patience);
      } catch {
        return [];
      }
    },
    keep(files: ChatFile[]): void {
      try {
        if (files.length === 0) storage?.removeItem(key);
        else storage?.setItem(key, JSON.stringify(files));
      } catch {
        // Storage throws when it is full, switched off or private.
      }
    },
  };
}

/** A UUIDv7 begins with its time. */
function madeAt(id: string): number {
  return Number.parseInt(id.replace("-", "").slice(0, 12), 16);
}
