"use client";

import { useEffect, useEffectEvent } from "react";
import { givenFiles } from "#components/ui/dragged-files.ts";

/** Calls back with a picture that is pasted anywhere on the page but into a text. */
export function usePasted(onFile: (file: File) => void): void {
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const { target } = event;
    if (target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea")))
      return;
    const [file] = givenFiles(event.clipboardData);
    if (!file) return;
    event.preventDefault();
    onFile(file);
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent) => paste(event);
    addEventListener("paste", listen);
    return () => removeEventListener("paste", listen);
  }, []);
}
