"use client";

import { useRef, useState } from "react";
import type { listAllTimeZones } from "#app/c/[company]/settings/actions.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import type { TimeZone } from "#lib/i18n/schema.ts";

export type LoadTimeZones = typeof listAllTimeZones;

export type TimeZones = ReturnType<typeof useTimeZones>;

export type TimeZoneGroup = { value: "near" | "all"; items: TimeZone[] };

/** The time zones at hand, and once `load` was called all others below them. Of those too, how it goes. */
export function useTimeZones(near: TimeZone[], ask: LoadTimeZones) {
  const [all, setAll] = useState<TimeZone[]>([]);
  const [state, setState] = useState<"untouched" | "loading" | "loaded" | "failed">("untouched");
  const asked = useRef(false);

  async function load() {
    if (asked.current) return;
    asked.current = true;
    setState("loading");
    const answer = await requestByHttp(() => ask({}));
    // What failed is asked for again when it is opened again.
    if (!answer.ok) asked.current = false;
    else setAll(answer.data);
    setState(answer.ok ? "loaded" : "failed");
  }
  const others = all.filter(({ value }) => near.every((zone) => zone.value !== value));
  const groups: TimeZoneGroup[] = [
    { value: "near", items: near },
    { value: "all", items: others },
  ];
  return { groups: groups.filter(({ items }) => items.length > 0), state, load };
}
