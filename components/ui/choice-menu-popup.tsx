"use client";

import { Menu } from "@base-ui/react/menu";
import { Check, type IconNode } from "lucide";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { popupStyle, rowStyle } from "./popup-style.ts";

export type MenuChoice<Value extends string> = {
  value: Value;
  label: string;
  icon: IconNode;
  /** At the line's end. */
  detail?: string;
};

type ChoiceMenuPopupProps<Value extends string> = {
  label: string;
  name: string;
  options: readonly MenuChoice<Value>[];
  value: Value;
  onChoose: (value: Value) => void;
  className: string;
  /** What the button shows. */
  children: ReactNode;
};

/** The button of a ChoiceMenu with what it opens, open at first. */
export function ChoiceMenuPopup<Value extends string>(props: ChoiceMenuPopupProps<Value>) {
  const { label, name, options, value, onChoose, className, children } = props;
  return (
    <Menu.Root defaultOpen>
      <Menu.Trigger aria-label={name} className={className}>
        {children}
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-30">
          <Menu.Popup aria-label={label} className={classNames(popupStyle, "min-w-60")}>
            <Menu.RadioGroup
              value={value}
              onValueChange={(next: string) => {
                const option = options.find((one) => one.value === next);
                if (option) onChoose(option.value);
              }}
            >
              {options.map((option) => (
                <Line key={option.value} option={option} />
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Line<Value extends string>({ option }: { option: MenuChoice<Value> }) {
  const { value, label, icon, detail } = option;
  return (
    <Menu.RadioItem value={value} closeOnClick className={rowStyle}>
      <Icon icon={icon} className="size-4.5 shrink-0 text-ink-soft" />
      <span className="min-w-0 flex-1">{label}</span>
      {detail && <span className="shrink-0 text-ink-soft tabular-nums">{detail}</span>}
      <span className="size-4 shrink-0">
        <Menu.RadioItemIndicator render={<Icon icon={Check} className="size-4 text-accent-ink" />} />
      </span>
    </Menu.RadioItem>
  );
}
