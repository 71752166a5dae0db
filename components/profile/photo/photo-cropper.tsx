"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Progress } from "#components/ui/progress.tsx";
import type { Crop } from "#lib/files/schema.ts";
import { placeOf, type Size } from "./crop.ts";
import { CropFrame } from "./crop-frame.tsx";
import { CropSliders } from "./crop-sliders.tsx";
import type { Draft } from "./use-photo.ts";

type PhotoCropperProps = {
  draft: Draft;
  onCrop: (crop: Crop) => void;
  onSave: () => void;
  onCancel: () => void;
  onChooseAnother: () => void;
};

/** Which part of a picture becomes the photo: by pointer, by two fingers, or by keys; with how it will look. */
export function PhotoCropper({ draft, onCrop, onSave, onCancel, onChooseAnother }: PhotoCropperProps) {
  const text = useTranslations("people.edit.photo");
  const format = useFormatter();
  const { url, size, crop, sent } = draft;
  const frame = useRef<HTMLDivElement>(null);
  const sending = sent !== null;
  useEffect(() => {
    // Another picture begins here as well.
    if (url) frame.current?.focus({ preventScroll: true });
  }, [url]);
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap justify-center gap-6">
        <CropFrame ref={frame} url={url} size={size} crop={crop} onCrop={onCrop} disabled={sending} />
        <div className="min-w-28 flex-1">
          <p className="text-xs text-ink-soft">{text("preview")}</p>
          <div className="mt-2 flex items-end gap-4 sm:flex-col sm:items-start" aria-hidden="true">
            {([112, 48, 32] as const).map((side) => (
              <Preview key={side} url={url} size={size} crop={crop} side={side} />
            ))}
          </div>
        </div>
      </div>
      <CropSliders size={size} crop={crop} onCrop={onCrop} disabled={sending} />
      {sending && (
        <Progress
          label={text("sending")}
          done={Math.round(sent * 100)}
          total={100}
          note={sent < 1 ? format.number(sent, { style: "percent" }) : text("finishing")}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" pending={sending} onClick={onSave}>
          {text("save")}
        </Button>
        {!sending && <Button onClick={onChooseAnother}>{text("another")}</Button>}
        {/* What has left as a whole becomes the photo. */}
        <Button variant="quiet" pending={sent === 1} onClick={onCancel}>
          {text("cancel")}
        </Button>
      </div>
    </div>
  );
}

type PreviewProps = { url: string; size: Size; crop: Crop; side: number };

function Preview({ url, size, crop, side }: PreviewProps) {
  return (
    <span
      className="relative block shrink-0 overflow-hidden rounded-full bg-sunken"
      style={{ width: side, height: side }}
    >
      {/* biome-ignore lint/performance/noImgElement: it lies in this browser alone. */}
      <img src={url} alt="" className="absolute max-w-none" style={placeOf(size, crop)} />
    </span>
  );
}
