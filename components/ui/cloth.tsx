import type { ReactNode } from "react";
import { accentStyle } from "./accent-style.ts";
import { classNames } from "./class-names.ts";

type ClothProps = { hue?: number; className?: string; children?: ReactNode };

/** A length of dyed cloth, cut below as a noren is: in the page's hue, or in one that is given. Its colours are text-on-cloth. */
export function Cloth({ hue, className, children }: ClothProps) {
  return (
    <div
      {...(hue !== undefined && { "data-accent": "", style: accentStyle(hue) })}
      className={classNames("noren bg-cloth text-on-cloth", className)}
    >
      {children}
    </div>
  );
}
