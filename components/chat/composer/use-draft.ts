"use client";

import { useEffect, useState } from "react";
import type { KeptText } from "./kept-text.ts";

/** What is being written, kept on this device until it is sent. */
export function useDraft(kept: KeptText): [string, (text: string) => void] {
  const [text, setText] = useState("");
  useEffect(() => setText((typed) => typed || kept.draft()), [kept]);
  return [
    text,
    (next) => {
      kept.keepDraft(next);
      setText(next);
    },
  ];
}
