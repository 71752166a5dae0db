import { Search } from "lucide";
import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { Icon } from "./icon.tsx";

type SearchFieldProps = Omit<ComponentProps<"input">, "type"> & { label: string };

/** The label is spoken, not shown: the magnifier and the placeholder say it to the eye. */
export function SearchField({ label, className, ...rest }: SearchFieldProps) {
  return (
    <label className={classNames("relative block", className)}>
      <span className="sr-only">{label}</span>
      <Icon
        icon={Search}
        className="pointer-events-none absolute inset-y-0 start-3.5 my-auto size-4.5 text-ink-soft"
      />
      <input
        autoComplete="off"
        enterKeyHint="search"
        {...rest}
        type="search"
        className={classNames(controlStyle, "rounded-full! ps-10")}
      />
    </label>
  );
}
