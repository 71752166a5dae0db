"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useEffect, useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { carriesFiles, givenFiles } from "#components/ui/dragged-files.ts";

type FileDropProps = {
  /** None where nothing can be added. */
  onFiles: ((files: Iterable<File>) => void) | null;
  className?: string;
  children: ReactNode;
};

/** Where files may be dropped: says so while some hang above it. */
export function FileDrop({ onFiles, className, children }: FileDropProps) {
  const text = useTranslations("files");
  // dragenter of a child comes before dragleave of its parent, hence the count.
  const [depth, setDepth] = useState(0);
  const over = depth > 0;

  function follow(event: DragEvent, by: number) {
    if (onFiles && carriesFiles(event)) setDepth((before) => Math.max(before + by, 0));
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button beside the text field does the same.
    <div
      className={classNames("relative", className)}
      onDragEnter={(event) => follow(event, 1)}
      onDragLeave={(event) => follow(event, -1)}
      onDragOver={(event) => {
        if (onFiles && carriesFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        setDepth(0);
        if (!onFiles || !carriesFiles(event)) return;
        event.preventDefault();
        onFiles(givenFiles(event.dataTransfer));
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute inset-2 z-20 grid place-items-center rounded-card border-2 border-dashed border-accent-ink bg-paper/85">
          <p className="palt text-lg font-semibold text-accent-ink">{text("drop")}</p>
        </div>
      )}
    </div>
  );
}

/** Ignores files dropped anywhere else on the page: the browser would open them and leave the app. */
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

function refuse(event: globalThis.DragEvent): void {
  // A drop area has handled it already.
  if (event.defaultPrevented || !carriesFiles(event)) return;
  event.preventDefault();
  if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
}

/** The files that are pasted; none where there is text too, as Word and Excel bring a picture of it along. */
export function pastedFiles({ clipboardData }: { clipboardData: DataTransfer | null }): File[] {
  return clipboardData?.types.includes("text/plain") ? [] : givenFiles(clipboardData);
}
