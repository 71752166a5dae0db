import { type Answer, offline } from "#components/live/live-request.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { type FileRefusal, maxFileSize } from "#lib/files/policy.ts";
import { newId } from "#lib/ids.ts";

/** "left": the page was closed before the upload was done, so its bytes are gone. */
export type UploadFailure = Exclude<Answer<never>, { ok: true }> | { ok: false; code: "left" };

/** What is known of a file that is on its way. */
export type Begun = Pick<Upload, "key" | "name" | "type" | "size">;

/** A file that was chosen for the message that is being written. */
export type Upload = {
  key: string;
  name: string;
  /** What the browser takes it for, until the server has said. */
  type: string;
  size: number;
  /** "checking": all bytes are on the server, which is scanning them. */
  state: "queued" | "uploading" | "checking" | "ready" | "failed";
  /** From 0 to 1. */
  progress: number;
  file: ChatFile | null;
  failure: UploadFailure | null;
  /** Chosen on this screen, not kept from before: it can be tried again, and shown at once. */
  source: File | null;
};

/** One that was chosen; what cannot be taken has failed already. */
export function toUpload(source: File): Upload {
  const { name, type, size } = source;
  const refusal: FileRefusal | null = size === 0 ? "empty" : size > maxFileSize ? "tooLarge" : null;
  const base = { key: newId(), name, type, size, progress: 0, file: null, source };
  if (!refusal) return { ...base, state: "queued", failure: null };
  return { ...base, state: "failed", failure: { ok: false, code: "invalid", fields: { file: refusal } } };
}

/** One that is there already. */
export function fromFile(file: ChatFile): Upload {
  const { id, name, type, size } = file;
  return { key: id, name, type, size, state: "ready", progress: 1, file, failure: null, source: null };
}

/** One that was on its way when the page was left. */
export function fromBegun(begun: Begun): Upload {
  const failure = { ok: false, code: "left" } as const;
  return { ...begun, state: "failed", progress: 0, file: null, failure, source: null };
}

/** The state after the upload was abandoned. */
export function stop(upload: Upload): Upload {
  return upload.state === "queued" ? { ...upload, state: "failed", failure: offline } : upload;
}

/** Whether another try could go better. */
export function mayRetry({ source, failure }: Upload): boolean {
  const hopeless: string[] = ["empty", "tooLarge", "infected"] satisfies FileRefusal[];
  return (
    source !== null &&
    failure !== null &&
    !(failure.code === "invalid" && hopeless.includes(failure.fields.file ?? ""))
  );
}

/** Whether it is on its way, or would be with a connection. */
export function isUnderWay({ state, failure }: Upload): boolean {
  return (state !== "ready" && state !== "failed") || failure?.code === "offline" || failure?.code === "left";
}

/** Whether it counts among the files of its message. */
export function isAlive({ state }: Upload): boolean {
  return state !== "failed";
}
