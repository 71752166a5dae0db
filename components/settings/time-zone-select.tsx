"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, ChevronDown, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { useFieldControl } from "#components/ui/field-context.ts";
import { popupStyle, rowStyle } from "#components/ui/popup-style.ts";
import type { TimeZone } from "#lib/i18n/schema.ts";
import { matchesTimeZone } from "./match-time-zone.ts";
import { type LoadTimeZones, type TimeZoneGroup, useTimeZones } from "./use-time-zones.ts";

type TimeZoneSelectProps = {
  near: TimeZone[];
  load: LoadTimeZones;
  value: string;
  onChoose: (timeZone: string) => void;
};

/** Three hundred time zones, found by typing a city, a country, a name or the hours from UTC. They come when it is opened. */
export function TimeZoneSelect({ near, load, value, onChoose }: TimeZoneSelectProps) {
  const text = useTranslations("settings.timeZone");
  const zones = useTimeZones(near, load);
  const { groups } = zones;
  const chosen = groups.flatMap(({ items }) => items).find((zone) => zone.value === value) ?? null;
  return (
    <Combobox.Root
      items={groups}
      value={chosen}
      onValueChange={(zone: TimeZone | null) => zone && onChoose(zone.value)}
      filter={matchesTimeZone}
      onOpenChange={(open) => open && void zones.load()}
      isItemEqualToValue={(one: TimeZone, other: TimeZone) => one.value === other.value}
      autoHighlight
    >
      <Combobox.Trigger
        {...useFieldControl()}
        className={classNames(controlStyle, "flex items-center justify-between gap-3 text-start")}
      >
        <span>{chosen?.label ?? value}</span>
        <span className="flex shrink-0 items-center gap-3 text-sm text-ink-soft tabular-nums">
          {chosen?.hours}
          <ChevronDown className="size-4.5" aria-hidden="true" />
        </span>
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={6} className="z-30">
          <Combobox.Popup aria-label={text("label")} className={classNames(popupStyle, "w-(--anchor-width)")}>
            <div className="relative p-1">
              <Search
                className="pointer-events-none absolute inset-y-0 start-4.5 my-auto size-4.5 text-ink-soft"
                aria-hidden="true"
              />
              <Combobox.Input
                aria-label={text("search")}
                placeholder={text("search")}
                className={classNames(controlStyle, "ps-10")}
              />
            </div>
            <Combobox.Empty className="px-3 text-ink-soft not-empty:py-3">
              {zones.state === "loaded" && text("none")}
            </Combobox.Empty>
            <Combobox.Status className="px-3 text-sm text-ink-soft not-empty:py-2">
              {zones.state === "loading" && text("loading")}
              {zones.state === "failed" && text("failed")}
            </Combobox.Status>
            <Combobox.List className="max-h-[min(20rem,calc(var(--available-height)-5rem))] overflow-y-auto">
              {(group: TimeZoneGroup) => (
                <Combobox.Group key={group.value} items={group.items}>
                  <Combobox.GroupLabel className="px-3 pt-2 pb-1 text-xs text-ink-soft">
                    {text(group.value)}
                  </Combobox.GroupLabel>
                  <Combobox.Collection>
                    {(zone: TimeZone) => (
                      <Combobox.Item key={zone.value} value={zone} className={rowStyle}>
                        <span className="flex-1">{zone.label}</span>
                        <Combobox.ItemIndicator
                          render={<Check className="size-4 text-accent-ink" aria-hidden="true" />}
                        />
                        <span className="text-ink-soft tabular-nums">{zone.hours}</span>
                      </Combobox.Item>
                    )}
                  </Combobox.Collection>
                </Combobox.Group>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
