"use client";

import { useTranslations } from "next-intl";
import { type Ref, useId } from "react";
import type { Crop } from "#lib/files/schema.ts";
import { placeOf, type Size } from "./crop.ts";
import { useCropGestures } from "./use-crop-gestures.ts";

type CropFrameProps = {
  ref: Ref<HTMLDivElement>;
  url: string;
  size: Size;
  crop: Crop;
  onCrop: (crop: Crop) => void;
  disabled: boolean;
};

/** The picture under a window: drawn by a pointer, by two with its size, by the wheel, and by arrows, + and −. */
export function CropFrame({ ref, url, size, crop, onCrop, disabled }: CropFrameProps) {
  const text = useTranslations("people.edit.photo");
  const hint = useId();
  const { window, gestures, readKey } = useCropGestures({ size, crop, onCrop, disabled });
  return (
    <div className="w-72 max-w-full">
      <div
        ref={ref}
        role="application"
        aria-label={text("frame")}
        aria-describedby={hint}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it reads keys.
        tabIndex={0}
        onKeyDown={readKey}
        className="rounded-card focus-visible:outline-2"
      >
        <div
          ref={window}
          {...gestures}
          className="relative aspect-square cursor-move touch-none overflow-hidden rounded-card bg-sunken select-none"
        >
          {/* biome-ignore lint/performance/noImgElement: it lies in this browser alone. */}
          <img
            src={url}
            alt=""
            draggable={false}
            className="pointer-events-none absolute max-w-none"
            style={placeOf(size, crop)}
          />
          <span className="pointer-events-none absolute inset-0 rounded-full shadow-[0_0_0_9rem_var(--scrim)] outline-2 -outline-offset-2 outline-paper" />
        </div>
      </div>
      <p id={hint} className="mt-2 text-xs text-ink-soft">
        {text("hint")}
      </p>
    </div>
  );
}
