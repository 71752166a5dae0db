"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check, ChevronDown, Search, X } from "lucide";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { plainLetters } from "#lib/letters.ts";
import { classNames } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { createEnterReader } from "./enter-key.ts";
import { useFieldControl } from "./field-context.ts";
import { Icon } from "./icon.tsx";
import { popupStyle, rowStyle } from "./popup-style.ts";

type ComboboxOption = {
  value: string;
  label: string;
  /** At the line's end. */
  detail?: string;
  /** What else it is found by. */
  keywords?: string;
  disabled?: boolean;
};
/** Options under a heading, or without one. */
export type ComboboxGroup = { label?: string; items: readonly ComboboxOption[] };

type ComboboxProps = {
  /** What there is to choose, for the ear; the Field around it shows its own label. */
  label: string;
  groups: readonly ComboboxGroup[];
  /** The name under which a form sends the value. */
  name?: string;
  value?: string | null;
  defaultValue?: string;
  onChoose?: (value: string | null) => void;
  /** Whether the choice may be taken back. */
  optional?: boolean;
  disabled?: boolean;
  /** While options are on their way. */
  busy?: boolean;
  placeholder?: string;
  searchLabel?: string;
  none?: string;
  matches?: (option: ComboboxOption, query: string) => boolean;
};

type KeyDown = NonNullable<ComponentProps<typeof BaseCombobox.Input>["onKeyDown"]>;

/** One of many, found by typing: opens from a button that shows what is chosen. For a few, RadioGroup shows all. */
export function Combobox({
  label,
  groups,
  name,
  value,
  defaultValue,
  onChoose,
  optional,
  disabled,
  busy,
  placeholder,
  searchLabel,
  none,
  matches = holdsWords,
}: ComboboxProps) {
  const text = useTranslations("ui.combobox");
  const [enter] = useState(createEnterReader);
  const options = groups.flatMap(({ items }) => items);
  const optionOf = (wanted: string | null | undefined) =>
    options.find((option) => option.value === wanted) ?? null;
  const readKey: KeyDown = (event) => {
    if (event.key === "Enter" && !enter.sends(event.nativeEvent)) event.preventBaseUIHandler();
  };
  return (
    <BaseCombobox.Root
      items={groups}
      name={name}
      disabled={disabled}
      value={value === undefined ? undefined : optionOf(value)}
      defaultValue={optionOf(defaultValue)}
      onValueChange={(option: ComboboxOption | null) => onChoose?.(option?.value ?? null)}
      filter={matches}
      isItemEqualToValue={(one: ComboboxOption, other: ComboboxOption) => one.value === other.value}
      autoHighlight
    >
      <div className="relative">
        <BaseCombobox.Trigger
          {...useFieldControl()}
          className={classNames(
            controlStyle,
            "flex items-center justify-between gap-3 text-start hover:bg-sunken data-disabled:opacity-55",
            optional && "pe-16",
          )}
        >
          <BaseCombobox.Value>
            {(chosen: ComboboxOption | null) => (
              <>
                <span className={classNames("min-w-0 truncate", !chosen && "text-ink-soft")}>
                  {chosen?.label ?? placeholder ?? text("choose")}
                </span>
                <span className="ms-auto shrink-0 text-sm text-ink-soft tabular-nums">{chosen?.detail}</span>
              </>
            )}
          </BaseCombobox.Value>
          <Icon
            icon={ChevronDown}
            className={classNames("size-4.5 shrink-0", optional && "absolute end-3")}
          />
        </BaseCombobox.Trigger>
        {optional && (
          <BaseCombobox.Clear
            aria-label={text("clear")}
            className="absolute inset-y-0 end-9 my-auto grid size-7 place-items-center rounded-control text-ink-soft hover:bg-hairline hover:text-ink"
          >
            <Icon icon={X} className="size-4" />
          </BaseCombobox.Clear>
        )}
      </div>
      <BaseCombobox.Portal>
        <BaseCombobox.Positioner sideOffset={6} collisionPadding={8} className="z-30">
          <BaseCombobox.Popup
            aria-label={label}
            className={classNames(popupStyle, "w-(--anchor-width) min-w-60")}
          >
            <div className="relative p-1">
              <Icon
                icon={Search}
                className="pointer-events-none absolute inset-y-0 start-4 my-auto size-4.5 text-ink-soft"
              />
              <BaseCombobox.Input
                aria-label={searchLabel ?? text("search")}
                placeholder={searchLabel ?? text("search")}
                onKeyDown={readKey}
                onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
                className={classNames(controlStyle, "ps-10")}
              />
            </div>
            <BaseCombobox.Status className="px-3 text-ink-soft not-empty:py-3">
              {busy ? text("busy") : null}
            </BaseCombobox.Status>
            <BaseCombobox.Empty className="px-3 text-ink-soft not-empty:py-3">
              {busy ? null : (none ?? text("none"))}
            </BaseCombobox.Empty>
            <BaseCombobox.List className="max-h-[min(20rem,calc(var(--available-height)-5rem))] overflow-y-auto overscroll-contain">
              {(group: ComboboxGroup) => (
                <BaseCombobox.Group key={group.label ?? ""} items={group.items}>
                  {group.label && (
                    <BaseCombobox.GroupLabel className="px-3 pt-2 pb-1 text-xs text-ink-soft">
                      {group.label}
                    </BaseCombobox.GroupLabel>
                  )}
                  <BaseCombobox.Collection>
                    {(option: ComboboxOption) => <Line key={option.value} option={option} />}
                  </BaseCombobox.Collection>
                </BaseCombobox.Group>
              )}
            </BaseCombobox.List>
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  );
}

function Line({ option }: { option: ComboboxOption }) {
  return (
    <BaseCombobox.Item
      value={option}
      disabled={option.disabled}
      className={classNames(rowStyle, "py-1 data-disabled:opacity-55")}
    >
      <span className="min-w-0 flex-1">{option.label}</span>
      <BaseCombobox.ItemIndicator
        render={<Icon icon={Check} className="size-4 shrink-0 text-accent-ink" />}
      />
      <span className="shrink-0 text-ink-soft tabular-nums">{option.detail}</span>
    </BaseCombobox.Item>
  );
}

/** Whether each word that was typed stands in what the option is found by. */
function holdsWords({ label, detail = "", keywords = "" }: ComboboxOption, query: string): boolean {
  const text = plainLetters(`${label} ${detail} ${keywords}`);
  return plainLetters(query)
    .split(" ")
    .every((word) => text.includes(word));
}
