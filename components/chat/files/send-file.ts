import { z } from "zod";
import { type Answer, offline } from "#components/live/live-request.ts";
import { type ChatFile, chatFileSchema } from "#lib/chat/schema.ts";
import { refusalSchema } from "#lib/results.ts";

const answerSchema: z.ZodType<Answer<ChatFile>> = z.union([
  z.object({ ok: z.literal(true), data: chatFileSchema }),
  refusalSchema,
]);

// How long an upload may make no progress; and how long the server may take to scan the file.
const stallTimeoutMs = 30_000;
const scanTimeoutMs = 150_000;

/** Sends a file up and resolves to the server's answer, or to `offline` when none comes. Not by fetch, which reports no upload progress. */
export function sendFile(
  address: string,
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<Answer<ChatFile>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let timer = setTimeout(() => request.abort(), stallTimeoutMs);
    const waitFor = (time: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), time);
    };
    request.upload.onprogress = ({ loaded, total }) => {
      waitFor(stallTimeoutMs);
      // The last piece has left when upload.onload says so.
      onProgress(Math.min(loaded / total, 0.99));
    };
    request.upload.onload = () => {
      waitFor(scanTimeoutMs);
      onProgress(1);
    };
    request.onloadend = () => {
      clearTimeout(timer);
      resolve(readAnswer(request.responseText));
    };
    request.open("POST", address);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name.toWellFormed()));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function readAnswer(body: string): Answer<ChatFile> {
  try {
    return answerSchema.safeParse(JSON.parse(body)).data ?? offline;
  } catch {
    return offline;
  }
}
