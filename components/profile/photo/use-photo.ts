"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { useLive } from "#components/live/live-provider.tsx";
import { type Failure, requestAction } from "#components/live/live-request.ts";
import { sendFile } from "#components/live/send-file.ts";
import type { Saving } from "#components/live/use-choice.ts";
import { useOwn } from "#components/profile/own/own-context.ts";
import { type PhotoRefusal, photoRefusals } from "#lib/files/policy.ts";
import type { Crop } from "#lib/files/schema.ts";
import { exactly } from "#lib/shapes.ts";
import { type ChosenPhoto, lookAt } from "./chosen-photo.ts";
import { whole, within } from "./crop.ts";

/** A picture in the making: which part of it is to be the photo, and how far it is on its way up. */
export type Draft = ChosenPhoto & { crop: Crop; sent: number | null };

/** One's own photo: choosing, sending, taking away and back. What was chosen stays until it is kept, or given up. */
export function usePhoto() {
  const own = useOwn();
  const { socket } = useLive();
  const router = useRouter();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [failure, setFailure] = useState<PhotoRefusal | Failure | null>(null);
  const [saving, setSaving] = useState<Saving>("untouched");
  const [removed, setRemoved] = useState<string | null>(null);
  const url = useRef<string>(null);
  const sending = useRef<AbortController>(null);
  useEffect(() => () => giveUp(url.current), []);

  function show(next: Draft | null) {
    if (url.current !== next?.url) giveUp(url.current);
    url.current = next?.url ?? null;
    setDraft(next);
  }
  async function choose(file: File | undefined) {
    if (!file || draft?.sent != null) return;
    setSaving("untouched");
    const chosen = await lookAt(file);
    const refused = typeof chosen === "string";
    setFailure(refused ? chosen : null);
    // What was chosen before stays, if this is none.
    if (!refused) show({ ...chosen, crop: within(chosen.size, whole), sent: null });
  }
  function crop(next: Crop) {
    setDraft((now) => now && { ...now, crop: next });
  }
  async function save() {
    if (!draft || draft.sent !== null) return;
    const { x, y, zoom } = draft.crop;
    const query = new URLSearchParams({ x: String(x), y: String(y), zoom: String(zoom) });
    const onProgress = (sent: number) => setDraft((now) => now && { ...now, sent });
    const controller = new AbortController();
    const { signal } = controller;
    sending.current = controller;
    setFailure(null);
    onProgress(0);
    const address = `/api/c/${encodeURIComponent(own.company)}/profile/photo?${query}`;
    const answer = await sendFile(address, draft.source, { isData: exactly(null), onProgress, signal });
    if (signal.aborted) return;
    setDraft((now) => now && { ...now, sent: null });
    if (!answer.ok) return setFailure(toRefusal(answer));
    show(null);
    setSaving("saved");
    router.refresh();
  }
  function cancel() {
    sending.current?.abort();
    show(null);
    setFailure(null);
  }
  async function remove() {
    setSaving("saving");
    const answer = await requestAction(socket, () => own.photo.removePhotoAction(own.company, {}));
    setSaving(answer.ok ? "untouched" : answer);
    if (answer.ok) setRemoved(answer.data);
  }
  async function undo() {
    if (!removed) return;
    setSaving("saving");
    const answer = await requestAction(socket, () =>
      own.photo.restorePhotoAction(own.company, { photoId: removed }),
    );
    setSaving(answer.ok ? "saved" : answer);
    // So that it can be tried again.
    if (!answer.ok) setRemoved((now) => now ?? removed);
  }
  return {
    draft,
    failure,
    saving,
    removed: removed !== null,
    choose,
    crop,
    save,
    cancel,
    remove,
    undo,
    forget: () => setRemoved(null),
  };
}

function giveUp(url: string | null): void {
  if (url) URL.revokeObjectURL(url);
}

/** What the server says of the file, or whatever else it was. */
function toRefusal(answer: Failure): PhotoRefusal | Failure {
  if (answer.code !== "invalid") return answer;
  return photoRefusals.find((reason) => reason === answer.fields.file) ?? answer;
}
