"use client";

import { ImageOff } from "lucide";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { ChatFile } from "#lib/chat/schema.ts";
import { previewOf } from "./file-href.ts";
import { pictureBox } from "./picture-box.ts";

type FilePictureProps = { file: ChatFile; href: string; alone: boolean; onOpen: () => void };

/** A picture of a message in a box that is there before the picture is: alone as it is cut, among others as a square, the odd one at the end as wide as two. */
export function FilePicture({ file, href, alone, onOpen }: FilePictureProps) {
  const text = useTranslations("files");
  const [broken, setBroken] = useState(false);
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label={text("open", { name: file.name })}
      style={alone ? pictureBox(file) : undefined}
      className={classNames(
        "relative block max-w-full overflow-hidden rounded-card border border-hairline bg-sunken",
        !alone && "aspect-square w-full last:odd:col-span-2 last:odd:aspect-2/1",
      )}
    >
      {broken ? (
        <Icon icon={ImageOff} className="absolute inset-0 m-auto size-6 text-ink-soft" />
      ) : (
        // biome-ignore lint/performance/noImgElement: its address asks who looks; Next's own would keep it for everybody.
        <img
          src={previewOf(href)}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBroken(true)}
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </button>
  );
}
