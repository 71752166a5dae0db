"use client";

import { Dialog } from "@base-ui/react/dialog";
import { ChevronLeft, ChevronRight, Download, X } from "lucide";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useBackLayer } from "#components/ui/use-back-layer.ts";
import type { ChatFile } from "#lib/chat/schema.ts";
import { useFileFacts } from "./file-facts.ts";
import { previewOf } from "./file-href.ts";

type PictureDialogProps = {
  pictures: ChatFile[];
  hrefOf: (file: ChatFile) => string;
  /** The index of the picture that is shown; null while closed. */
  place: number | null;
  onPlace: (place: number | null) => void;
};

/** A message's pictures, one at a time, as large as the screen lets them be. Arrow keys turn the leaves, Back closes them. */
export function PictureDialog({ pictures, hrefOf, place, onPlace }: PictureDialogProps) {
  const text = useTranslations("files");
  const close = useTranslations("ui")("close");
  const facts = useFileFacts();
  const file = place === null ? undefined : pictures[place];
  const several = pictures.length > 1;
  useBackLayer(file !== undefined, () => onPlace(null));

  function turn(by: number) {
    if (place !== null) onPlace((place + by + pictures.length) % pictures.length);
  }
  function onKeyDown({ key }: KeyboardEvent) {
    if (several && key === "ArrowLeft") turn(-1);
    if (several && key === "ArrowRight") turn(1);
  }

  return (
    <Dialog.Root open={file !== undefined} onOpenChange={(open) => !open && onPlace(null)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-scrim transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup
          onKeyDown={onKeyDown}
          className="fixed inset-0 z-30 flex flex-col bg-paper pt-(--top) pb-[env(safe-area-inset-bottom)] outline-none transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          {file && (
            <>
              <div className="flex min-h-14 shrink-0 items-center gap-2 ps-4 pe-2">
                <div className="min-w-0 flex-1">
                  <Dialog.Title className="truncate text-sm font-medium">{file.name}</Dialog.Title>
                  <Dialog.Description className="truncate text-xs text-ink-soft">
                    {facts(file)}
                    {several && ` · ${text("place", { place: (place ?? 0) + 1, count: pictures.length })}`}
                  </Dialog.Description>
                </div>
                <a
                  href={hrefOf(file)}
                  download={file.name}
                  aria-label={text("download", { name: file.name })}
                  className={buttonStyle({ variant: "quiet" })}
                >
                  <Icon icon={Download} className="size-4.5" />
                  <span className="max-sm:hidden">{text("save")}</span>
                </a>
                <Dialog.Close
                  aria-label={close}
                  className="grid size-11 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
                >
                  <Icon icon={X} className="size-5" />
                </Dialog.Close>
              </div>
              <div className="relative flex min-h-0 flex-1 flex-col">
                {/* biome-ignore lint/performance/noImgElement: its address asks who looks; Next's own would keep it for everybody. */}
                <img
                  key={file.id}
                  src={previewOf(hrefOf(file))}
                  alt={file.name}
                  className={classNames("min-h-0 w-full flex-1 object-contain p-2", several && "md:px-16")}
                />
                {several && (
                  // The arrows never cover the picture: below it on touch screens, at its sides elsewhere.
                  <div className="pointer-events-none flex shrink-0 justify-center gap-10 py-2 *:pointer-events-auto md:absolute md:inset-x-3 md:top-1/2 md:-translate-y-1/2 md:justify-between md:py-0">
                    <IconButton variant="secondary" label={text("previous")} onClick={() => turn(-1)}>
                      <Icon icon={ChevronLeft} className="size-5" />
                    </IconButton>
                    <IconButton variant="secondary" label={text("next")} onClick={() => turn(1)}>
                      <Icon icon={ChevronRight} className="size-5" />
                    </IconButton>
                  </div>
                )}
              </div>
            </>
          )}
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
