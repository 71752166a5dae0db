"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { tellUnkept, unkeptStore } from "#components/live/unkept.ts";
import { latePart, usePart } from "#components/ui/use-part.ts";

const toast = latePart(() => import("#components/ui/toast.tsx"));

/** In the frame of every page of a company: what became of settings that one has left. */
export function UnkeptNote() {
  const text = useTranslations("settings");
  const describe = useRefusalText();
  const told = useSyncExternalStore(unkeptStore.subscribe, unkeptStore.get, unkeptStore.getOnServer);
  const part = usePart(toast, told !== null);
  if (!part) return null;
  return (
    <part.Toast onOver={() => tellUnkept(null)}>
      {told ? `${text("unkept")} ${describe(told)}` : ""}
    </part.Toast>
  );
}
