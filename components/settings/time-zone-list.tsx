"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, Search } from "lucide";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { useFieldControl } from "#components/ui/field-context.ts";
import { Icon } from "#components/ui/icon.tsx";
import { popupStyle, rowStyle } from "#components/ui/popup-style.ts";
import type { TimeZone } from "#lib/i18n/schema.ts";
import { matchesTimeZone } from "./match-time-zone.ts";
import type { TimeZoneGroup, TimeZones } from "./use-time-zones.ts";

type TimeZoneListProps = {
  zones: TimeZones;
  chosen: TimeZone | null;
  onChoose: (timeZone: string) => void;
  /** The button's own. */
  className: string;
  children: ReactNode;
};

/** The time zones behind their button, pressed already, and the field that looks for one. */
export function TimeZoneList({ zones, chosen, onChoose, className, children }: TimeZoneListProps) {
  const text = useTranslations("settings.timeZone");
  return (
    <Combobox.Root
      defaultOpen
      items={zones.groups}
      value={chosen}
      onValueChange={(zone: TimeZone | null) => zone && onChoose(zone.value)}
      filter={matchesTimeZone}
      onOpenChange={(open) => open && void zones.load()}
      isItemEqualToValue={(one: TimeZone, other: TimeZone) => one.value === other.value}
      autoHighlight
    >
      <Combobox.Trigger {...useFieldControl()} className={className}>
        {children}
      </Combobox.Trigger>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={6} className="z-30">
          <Combobox.Popup aria-label={text("label")} className={classNames(popupStyle, "w-(--anchor-width)")}>
            <div className="relative p-1">
              <Icon
                icon={Search}
                className="pointer-events-none absolute inset-y-0 start-4.5 my-auto size-4.5 text-ink-soft"
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
                          render={<Icon icon={Check} className="size-4 text-accent-ink" />}
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
