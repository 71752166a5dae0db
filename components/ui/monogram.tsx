import type { CSSProperties } from "react";
import { classNames } from "./class-names.ts";

type MonogramSize = "small" | "medium" | "large";
type MonogramProps = { text: string; name: string; size?: MonogramSize };

/** A round of one or two letters on a colour made from the name. It stands beside the name, so it says nothing itself. */
export function Monogram({ text, name, size = "medium" }: MonogramProps) {
  const hue: CSSProperties & { "--hue": number } = { "--hue": hueOf(name) };
  return (
    <span
      aria-hidden="true"
      style={hue}
      className={classNames(
        "palt inline-grid shrink-0 place-items-center rounded-full font-medium leading-none select-none",
        "bg-[light-dark(oklch(91%_0.038_var(--hue)),oklch(36%_0.045_var(--hue)))] text-[light-dark(oklch(38%_0.075_var(--hue)),oklch(91%_0.04_var(--hue)))]",
        sizes[size],
      )}
    >
      {text}
    </span>
  );
}

const sizes: Record<MonogramSize, string> = {
  small: "size-8 text-xs",
  medium: "size-12 text-base",
  large: "size-28 text-2xl",
};

/** FNV-1a, spread over the circle: the same name has the same colour everywhere. */
function hueOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % 360;
}
