"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useLiveEvent } from "./use-live-event.ts";

const settleMs = 300;

/** Has the page drawn again without somebody who left the network. */
export function PeopleChange() {
  const router = useRouter();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  useLiveEvent("people:changed", ({ within }) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => router.refresh(), settleMs + Math.random() * within);
  });
  return null;
}
