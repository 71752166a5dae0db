"use client";

import { Download } from "lucide";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { useFileFacts } from "./file-facts.ts";
import { FileIcon } from "./file-icon.tsx";
import { FilePicture } from "./file-picture.tsx";

const dialog = latePart(() => import("./picture-dialog.tsx"));

type MessageFilesProps = {
  files: ChatFile[];
  /** Where a file is to be had; its preview is at the same address with /preview. */
  hrefOf: (file: ChatFile) => string;
  own?: boolean;
};

/** What came with a message: pictures to look at, then the other files. Nothing for none. */
export function MessageFiles({ files, hrefOf, own }: MessageFilesProps) {
  const [place, setPlace] = useState<number | null>(null);
  const preview = files.some((file) => file.preview);
  const large = usePart(dialog, place !== null, { whenIdle: preview });
  if (files.length === 0) return null;
  const pictures = files.filter(({ preview }) => preview);
  const others = files.filter(({ preview }) => !preview);
  const alone = pictures.length === 1;
  return (
    <div className={classNames("flex w-full max-w-80 flex-col gap-2", own ? "items-end" : "items-start")}>
      {pictures.length > 0 && (
        // Several have a width of their own: beside them there may be few words, or none.
        <div className={alone ? "contents" : "grid w-80 max-w-full grid-cols-2 gap-2"}>
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
      {large && preview && (
        <large.PictureDialog pictures={pictures} hrefOf={hrefOf} place={place} onPlace={setPlace} />
      )}
    </div>
  );
}

/** A file of a message: what it is called, what its bytes say that it is, how large; pressed, it is downloaded. */
function FileChip({ file, href }: { file: ChatFile; href: string }) {
  const text = useTranslations("files");
  const facts = useFileFacts();
  return (
    <a
      href={href}
      download={file.name}
      className="flex min-h-14 w-full items-center gap-3 rounded-card border border-hairline bg-surface px-3 py-2 text-ink hover:bg-sunken"
    >
      <FileIcon type={file.type} className="size-7 shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 text-sm leading-snug break-all">{file.name}</span>
        <span className="block text-xs text-ink-soft">{facts(file)}</span>
      </span>
      <span className="sr-only">{text("save")}</span>
      <Icon icon={Download} className="size-4 shrink-0 text-ink-soft" />
    </a>
  );
}
