"use client";

import { useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { FileChip } from "./file-chip.tsx";
import { FilePicture } from "./file-picture.tsx";
import { PictureDialog } from "./picture-dialog.tsx";

type MessageFilesProps = {
  files: ChatFile[];
  /** Where a file is to be had; its preview is at the same address with /preview. */
  hrefOf: (file: ChatFile) => string;
  own?: boolean;
};

/** What came with a message: pictures to look at, then the other files. Nothing for none. */
export function MessageFiles({ files, hrefOf, own }: MessageFilesProps) {
  const [place, setPlace] = useState<number | null>(null);
  if (files.length === 0) return null;
  const pictures = files.filter(({ preview }) => preview);
  const others = files.filter(({ preview }) => !preview);
  const alone = pictures.length === 1;
  return (
    <div className={classNames("flex w-full max-w-80 flex-col gap-1.5", own ? "items-end" : "items-start")}>
      {pictures.length > 0 && (
        // Several have a width of their own: beside them there may be few words, or none.
        <div className={alone ? "contents" : "grid w-80 max-w-full grid-cols-2 gap-1.5"}>
          {pictures.map((file, index) => (
            <FilePicture
              key={file.id}
              file={file}
              href={hrefOf(file)}
              alone={alone}
              onOpen={() => setPlace(index)}
            />
          ))}
        </div>
      )}
      {others.map((file) => (
        <FileChip key={file.id} file={file} href={hrefOf(file)} />
      ))}
      {pictures.length > 0 && (
        <PictureDialog pictures={pictures} hrefOf={hrefOf} place={place} onPlace={setPlace} />
      )}
    </div>
  );
}
