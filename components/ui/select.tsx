"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronDown } from "lucide-react";
import { classNames } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { useFieldControl } from "./field-context.ts";
import { popupStyle, rowStyle } from "./popup-style.ts";

export type SelectOption<Value extends string> = { value: Value; label: string };

type SelectProps<Value extends string> = {
  options: readonly SelectOption<Value>[];
  name?: string;
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
};

/** One of many. Stands in a Field; sends `name` with its form. */
export function Select<Value extends string>({ options, onValueChange, ...rest }: SelectProps<Value>) {
  return (
    <BaseSelect.Root
      {...rest}
      items={options}
      onValueChange={(value) => value !== null && onValueChange?.(value)}
    >
      <BaseSelect.Trigger
        {...useFieldControl()}
        className={classNames(controlStyle, "flex items-center justify-between gap-3 text-start")}
      >
        <BaseSelect.Value />
        <BaseSelect.Icon render={<ChevronDown className="size-4.5 text-ink-soft" aria-hidden="true" />} />
      </BaseSelect.Trigger>
      <BaseSelect.Portal>
        <BaseSelect.Positioner sideOffset={6} align="start" alignItemWithTrigger={false} className="z-30">
          <BaseSelect.Popup className={classNames(popupStyle, "w-(--anchor-width)")}>
            <BaseSelect.List className="max-h-[min(24rem,var(--available-height))] overflow-y-auto">
              {options.map((option) => (
                <BaseSelect.Item key={option.value} value={option.value} className={rowStyle}>
                  <BaseSelect.ItemText className="flex-1">{option.label}</BaseSelect.ItemText>
                  <BaseSelect.ItemIndicator
                    render={<Check className="size-4 text-accent-ink" aria-hidden="true" />}
                  />
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
