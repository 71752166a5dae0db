"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import type { Crop } from "#lib/files/schema.ts";
import { maxZoomOf, roomOf, type Size, within } from "./crop.ts";

type CropSlidersProps = { size: Size; crop: Crop; onCrop: (crop: Crop) => void; disabled: boolean };

/** The same by sliders, each with its value in words. */
export function CropSliders({ size, crop, onCrop, disabled }: CropSlidersProps) {
  const text = useTranslations("people.edit.photo");
  const format = useFormatter();
  const max = maxZoomOf(size);
  const room = roomOf(size, crop.zoom);
  const times = text("times", { times: format.number(crop.zoom, { maximumFractionDigits: 1 }) });
  return (
    <div className="grid gap-3">
      <Slider
        label={text("zoom")}
        said={times}
        least={1}
        most={max}
        value={crop.zoom}
        onValue={(zoom) => onCrop(within(size, { ...crop, zoom }))}
        disabled={disabled}
      />
      {(["x", "y"] as const).map((axis) => {
        const least = room[axis];
        const part = least < 0.5 ? (crop[axis] - least) / (1 - 2 * least) : 0.5;
        return (
          <Slider
            key={axis}
            label={text(axis)}
            said={format.number(part, { style: "percent" })}
            least={least}
            most={1 - least}
            value={crop[axis]}
            onValue={(value) => onCrop(within(size, { ...crop, [axis]: value }))}
            disabled={disabled}
          />
        );
      })}
    </div>
  );
}

type SliderProps = {
  label: string;
  /** Its value, in words. */
  said: string;
  least: number;
  most: number;
  value: number;
  onValue: (value: number) => void;
  disabled: boolean;
};

const steps = 100;

function Slider({ label, said, least, most, value, onValue, disabled }: SliderProps) {
  const id = useId();
  const span = most - least;
  const stuck = span < 0.001;
  return (
    <div className="grid grid-cols-[3.5rem_minmax(0,1fr)_3rem] items-center gap-3 text-sm">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={steps}
        value={stuck ? steps / 2 : Math.round(((value - least) / span) * steps)}
        aria-valuetext={said}
        disabled={disabled || stuck}
        onChange={(event) => onValue(least + (Number(event.target.value) / steps) * span)}
        className="h-6 w-full accent-(--accent-fill) disabled:opacity-40"
      />
      <output htmlFor={id} className="text-end text-xs text-ink-soft tabular-nums">
        {said}
      </output>
    </div>
  );
}
