"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import type { Failure } from "#components/live/live-request.ts";
import { createListeners } from "#components/ui/listeners.ts";
import { Toast } from "#components/ui/toast.tsx";

const listeners = createListeners();
let failure: Failure | null = null;

/** Tells that a choice was not kept, when the page on which it was made is left. */
export function tellUnkept(next: Failure | null): void {
  failure = next;
  listeners.emit();
}

/** In the frame of every page of a company: what became of settings that one has left. */
export function UnkeptNote() {
  const text = useTranslations("settings");
  const describe = useRefusalText();
  const told = useSyncExternalStore(
    listeners.subscribe,
    () => failure,
    () => null,
  );
  return <Toast onOver={() => tellUnkept(null)}>{told ? `${text("unkept")} ${describe(told)}` : ""}</Toast>;
}
