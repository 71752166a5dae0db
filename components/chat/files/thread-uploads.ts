import { deviceStorage, tabStorage } from "#components/live/browser-storage.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { fileHref, filesHref } from "./file-href.ts";
import { begunFiles, keptFiles } from "./kept-files.ts";
import { sendChatFile } from "./send-file.ts";
import { fromBegun, fromFile } from "./upload.ts";
import { createUploads } from "./uploads-store.ts";

export type ThreadUploads = ReturnType<typeof openThreadUploads>;

/** The files of one thread's message in the making, as this device has kept them. */
export function openThreadUploads(slug: string, viewerId: string, threadId: string) {
  const kept = keptFiles(deviceStorage(), viewerId, threadId);
  const begun = begunFiles(tabStorage(), viewerId, threadId);
  const hrefOf = ({ id }: ChatFile) => fileHref(slug, threadId, id);
  const store = createUploads(
    {
      send: (file, onProgress, signal) => sendChatFile(filesHref(slug, threadId), file, onProgress, signal),
      // A failure needs no handling: the server removes unsent files after a day.
      remove: (file) => void fetch(hrefOf(file), { method: "DELETE", keepalive: true }).catch(() => {}),
      keep: kept.keep,
      keepBegun: begun.keep,
    },
    [...kept.read().map(fromFile), ...begun.read().map(fromBegun)],
  );
  return { store, kept, hrefOf };
}
