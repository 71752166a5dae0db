import { type Answer, offline } from "#components/live/live-request.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { isRefusal } from "#lib/results.ts";
import { either, exactly, shapeOf } from "#lib/shapes.ts";
import { isChatFile } from "./file-shape.ts";

type Taken = { ok: true; data: ChatFile };
const isAnswer = either(shapeOf<Taken>({ ok: exactly(true), data: isChatFile }), isRefusal);

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
    const answer: unknown = JSON.parse(body);
    return isAnswer(answer) ? answer : offline;
  } catch {
    return offline;
  }
}
