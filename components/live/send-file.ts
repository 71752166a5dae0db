import { type ActionResult, isRefusal } from "#lib/results.ts";
import { either, exactly, type Shape, shapeOf } from "#lib/shapes.ts";
import { type Answer, offline } from "./live-request.ts";

// How long an upload may make no progress; and how long the server may take to look at the file.
const stallTimeoutMs = 30_000;
const scanTimeoutMs = 150_000;

type Sending<T> = {
  isData: Shape<T>;
  headers?: Record<string, string>;
  /** From 0 to 1. */
  onProgress: (part: number) => void;
  signal?: AbortSignal;
};

/** Sends a file up and resolves to the server's answer, or to `offline` when none comes. Not by fetch, which reports no upload progress. */
export function sendFile<T>(
  address: string,
  file: Blob,
  { isData, headers = {}, onProgress, signal }: Sending<T>,
): Promise<Answer<T>> {
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
      resolve(readAnswer(request.responseText, isData));
    };
    request.open("POST", address);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    signal?.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function readAnswer<T>(body: string, isData: Shape<T>): Answer<T> {
  const isTaken = shapeOf<{ ok: true; data: T }>({ ok: exactly(true), data: isData });
  const isAnswer: Shape<ActionResult<T>> = either(isTaken, isRefusal);
  try {
    const answer: unknown = JSON.parse(body);
    return isAnswer(answer) ? answer : offline;
  } catch {
    return offline;
  }
}
