"use client";

import { type ReactNode, useRef, useState } from "react";
import { classNames } from "./class-names.ts";
import { carriesFiles, givenFiles } from "./dragged-files.ts";

type PictureDropProps = { onFile: (file: File | undefined) => void; className?: string; children: ReactNode };

/** Where one picture may be dropped. Have a button beside it that opens a PictureField: it is for every other hand. */
export function PictureDrop({ onFile, className, children }: PictureDropProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button does the same.
    <div
      data-over={over ? "" : undefined}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFile(givenFiles(event.dataTransfer)[0]);
      }}
      className={classNames("outline-accent-ink data-over:outline-2", className)}
    >
      {children}
    </div>
  );
}

/** The device's own choice of a picture of these kinds: `pick` opens it, and `field` stands anywhere. */
export function usePictureField(kinds: string, onFile: (file: File | undefined) => void) {
  const ref = useRef<HTMLInputElement>(null);
  return {
    pick: () => ref.current?.click(),
    field: (
      <input
        ref={ref}
        type="file"
        accept={kinds}
        tabIndex={-1}
        aria-hidden="true"
        className="hidden"
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // So that choosing the same file again fires a change event.
          target.value = "";
          onFile(file);
        }}
      />
    ),
  };
}
