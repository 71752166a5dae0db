import type { IconNode } from "lucide";
import { type ComponentProps, createElement } from "react";
import { classNames } from "./class-names.ts";

type IconProps = Omit<ComponentProps<"svg">, "children"> & { icon: IconNode };

/** A drawing beside words that say what it means: a screen reader passes it by. As large as its class says. */
export function Icon({ icon, className, ...rest }: IconProps) {
  const look = { viewBox: "0 0 24 24", "aria-hidden": true, className: classNames("icon", className) };
  return createElement(
    "svg",
    { ...rest, ...look },
    ...icon.map(([tag, attributes]) => createElement(tag, attributes)),
  );
}
