import type { Answer } from "#components/live/live-request.ts";
import { createListeners } from "#components/ui/listeners.ts";
import { maxFiles } from "#lib/chat/policy.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import {
  type Begun,
  fromFile,
  isAlive,
  isUnderWay,
  mayRetry,
  stop,
  toUpload,
  type Upload,
} from "./upload.ts";

export type UploadsState = {
  list: readonly Upload[];
  /** How many files were left out when files were last added, since a message takes only so many. */
  surplus: number;
};

type SendFile = (
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
) => Promise<Answer<ChatFile>>;

type Ways = {
  send: SendFile;
  /** Takes back one that was uploaded. */
  remove: (file: ChatFile) => void;
  /** Called with the ready files whenever that set changes. */
  keep: (files: ChatFile[]) => void;
  /** Called with the uploads under way whenever that set changes. */
  keepBegun: (uploads: Begun[]) => void;
};

const atOnce = 3;

/** The files of one message in the making: sent up as soon as they are chosen, three at a time, in the order in which they were chosen. */
export function createUploads({ send, remove, keep, keepBegun }: Ways, list: Upload[] = []) {
  let state: UploadsState = { list, surplus: 0 };
  const listeners = createListeners();
  const running = new Map<string, AbortController>();

  return {
    get: () => state,
    subscribe: listeners.subscribe,

    add(files: Iterable<File>) {
      const chosen = [...files];
      const room = Math.max(maxFiles - state.list.filter(isAlive).length, 0);
      set({
        list: [...state.list, ...chosen.slice(0, room).map(toUpload)],
        surplus: Math.max(chosen.length - room, 0),
      });
      goOn();
    },

    restore,

    cancel(key: string) {
      running.get(key)?.abort();
      const upload = state.list.find((one) => one.key === key);
      if (upload?.file) remove(upload.file);
      set({ list: state.list.filter((one) => one.key !== key), surplus: 0 });
      goOn();
    },

    retry,

    /** Retries what failed for lack of a connection. */
    again() {
      for (const { key, failure } of state.list) if (failure?.code === "offline") retry(key);
    },

    /** Removes files that were sent with a message. What became ready meanwhile stays for the next one. */
    clear(sent: readonly ChatFile[]) {
      const gone = new Set(sent.map(({ id }) => id));
      set({ list: state.list.filter(({ file }) => !file || !gone.has(file.id)), surplus: 0 });
    },

    /** Replaces the ready files by these, as another tab has kept them. */
    adopt(files: ChatFile[]) {
      const ids = new Set(files.map(({ id }) => id));
      const list = state.list.filter(({ file }) => !file || ids.has(file.id));
      if (list.length < state.list.length) set({ ...state, list });
      restore(files);
    },

    /** Aborts the uploads under way. */
    close() {
      set({ ...state, list: state.list.map(stop) });
      for (const controller of running.values()) controller.abort();
    },
  };

  /** Adds ready files again, as when a message with them was refused. */
  function restore(files: ChatFile[]): void {
    const known = new Set(readyFiles(state).map(({ id }) => id));
    const news = files.filter(({ id }) => !known.has(id)).slice(0, maxFiles - state.list.length);
    if (news.length > 0) set({ ...state, list: [...news.map(fromFile), ...state.list] });
  }

  function retry(key: string): void {
    change(key, (upload) =>
      mayRetry(upload) ? { ...upload, state: "queued", progress: 0, failure: null } : upload,
    );
    goOn();
  }

  function goOn(): void {
    for (const { key, source } of state.list.filter((one) => one.state === "queued")) {
      if (running.size >= atOnce) return;
      if (source) void upload(key, source);
    }
  }

  async function upload(key: string, source: File): Promise<void> {
    const controller = new AbortController();
    running.set(key, controller);
    change(key, (one) => ({ ...one, state: "uploading" }));
    const onProgress = (progress: number) =>
      change(key, (one) => ({ ...one, progress, state: progress < 1 ? "uploading" : "checking" }));
    const answer = await send(source, onProgress, controller.signal);
    running.delete(key);
    // It was removed while its upload was finishing.
    if (answer.ok && controller.signal.aborted) remove(answer.data);
    else
      change(key, (one) =>
        answer.ok
          ? { ...one, state: "ready", progress: 1, file: answer.data }
          : { ...one, state: "failed", failure: answer },
      );
    goOn();
  }

  function change(key: string, work: (upload: Upload) => Upload): void {
    set({ ...state, list: state.list.map((one) => (one.key === key ? work(one) : one)) });
  }

  function set(next: UploadsState): void {
    const before = state;
    state = next;
    if (isOther(readyFiles(before), readyFiles(state))) keep(readyFiles(state));
    if (isOther(begunIn(before).map(keyOf), begunIn(state).map(keyOf))) keepBegun(begunIn(state));
    listeners.emit();
  }
}

/** The files that can be sent, in order. */
export function readyFiles({ list }: UploadsState): ChatFile[] {
  return list.flatMap(({ file }) => file ?? []);
}

/** Whether some are still on their way. */
export function isBusy({ list }: UploadsState): boolean {
  return list.some(({ state }) => state !== "ready" && state !== "failed");
}

function begunIn({ list }: UploadsState): Begun[] {
  return list.filter(isUnderWay).map(({ key, name, type, size }) => ({ key, name, type, size }));
}

function isOther(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length !== other.length || one.some((value, index) => value !== other[index]);
}

function keyOf({ key }: Begun): string {
  return key;
}
