"use client";

import { useEffect } from "react";
import { carriesFiles } from "./carries-files.ts";

/** A file that is dropped beside its place is not taken: the browser would open it, and leave the app. */
export function useMissedDrops(): void {
  useEffect(() => {
    addEventListener("dragover", refuse);
    addEventListener("drop", refuse);
    return () => {
      removeEventListener("dragover", refuse);
      removeEventListener("drop", refuse);
    };
  }, []);
}

function refuse(event: DragEvent): void {
  // Its place has said so.
  if (event.defaultPrevented || !carriesFiles(event)) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
}
