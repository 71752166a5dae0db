"use client";

import { ChevronDown } from "lucide";
import { classNames } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { useFieldControl } from "#components/ui/field-context.ts";
import { Icon } from "#components/ui/icon.tsx";
import { latePart, useLateButton } from "#components/ui/use-part.ts";
import type { TimeZone } from "#lib/i18n/schema.ts";
import { type LoadTimeZones, useTimeZones } from "./use-time-zones.ts";

const list = latePart(() => import("./time-zone-list.tsx"));

type TimeZoneSelectProps = {
  near: TimeZone[];
  load: LoadTimeZones;
  value: string;
  onChoose: (timeZone: string) => void;
};

/** Three hundred time zones, found by typing a city, a country, a name or the hours from UTC. They come when it is opened. */
export function TimeZoneSelect({ near, load, value, onChoose }: TimeZoneSelectProps) {
  const control = useFieldControl();
  const zones = useTimeZones(near, load);
  const { part, button } = useLateButton(list);
  const chosen = zones.groups.flatMap(({ items }) => items).find((zone) => zone.value === value) ?? null;
  const face = (
    <>
      <span>{chosen?.label ?? value}</span>
      <span className="flex shrink-0 items-center gap-3 text-sm text-ink-soft tabular-nums">
        {chosen?.hours}
        <Icon icon={ChevronDown} className="size-4.5" />
      </span>
    </>
  );
  function press() {
    button.onClick();
    void zones.load();
  }
  if (part)
    return (
      <part.TimeZoneList zones={zones} chosen={chosen} onChoose={onChoose} className={buttonStyle}>
        {face}
      </part.TimeZoneList>
    );
  return (
    <button
      {...control}
      {...button}
      role="combobox"
      aria-expanded={false}
      aria-haspopup="dialog"
      onClick={press}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
        event.preventDefault();
        press();
      }}
      className={buttonStyle}
    >
      {face}
    </button>
  );
}

const buttonStyle = classNames(controlStyle, "flex items-center justify-between gap-3 text-start");
