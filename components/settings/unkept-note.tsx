"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { tellUnkept, unkeptStore } from "#components/live/unkept.ts";
import { Toast } from "#components/ui/toast.tsx";

/** In the frame of every page of a company: what became of settings that one has left. */
export function UnkeptNote() {
  const text = useTranslations("settings");
  const describe = useRefusalText();
  const told = useSyncExternalStore(unkeptStore.subscribe, unkeptStore.get, unkeptStore.getOnServer);
  return <Toast onOver={() => tellUnkept(null)}>{told ? `${text("unkept")} ${describe(told)}` : ""}</Toast>;
}
