"use client";

import { useRef, useState } from "react";
import type { Failure } from "#components/live/live-request.ts";
import { sendFile } from "#components/live/send-file.ts";
import { companyHref } from "#lib/hrefs.ts";
import { isText, shapeOf } from "#lib/shapes.ts";

export type FileState = { step: "waiting" | "sending" | "checking" | "sent" | "failed"; part: number };
type SentFile = { id: string; name: string };
type Refused = { file: File; failure: Failure };

const isSent = shapeOf({ fileId: isText });

/** Files on their way to the server, one after the other. One that has arrived is not sent again, until `forget`. */
export function useSentFiles(company: string) {
  const [states, setStates] = useState<ReadonlyMap<File, FileState>>(new Map());
  const sent = useRef(new Map<File, string>());

  function show(file: File, step: FileState["step"], part = 0) {
    setStates((now) => new Map(now).set(file, { step, part }));
  }
  /** All of them as the server knows them, or the first that it did not take. */
  async function send(files: readonly File[]): Promise<SentFile[] | Refused> {
    setStates(new Map(files.map((file) => [file, stateBefore(file)])));
    const all: SentFile[] = [];
    for (const file of files) {
      const id = sent.current.get(file) ?? (await sendOne(file));
      if (typeof id !== "string") return { file, failure: id };
      all.push({ id, name: file.name.toWellFormed() });
    }
    return all;
  }
  async function sendOne(file: File): Promise<string | Failure> {
    show(file, "sending");
    const answer = await sendFile(`/api${companyHref(company, "leaver-imports/files")}`, file, {
      isData: isSent,
      onProgress: (part) => show(file, part < 1 ? "sending" : "checking", part),
    });
    if (!answer.ok) {
      show(file, "failed");
      return answer;
    }
    show(file, "sent", 1);
    sent.current.set(file, answer.data.fileId);
    return answer.data.fileId;
  }
  function stateBefore(file: File): FileState {
    return sent.current.has(file) ? { step: "sent", part: 1 } : { step: "waiting", part: 0 };
  }
  return { states, send, forget: () => sent.current.clear() };
}
