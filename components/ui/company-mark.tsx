import type { CSSProperties } from "react";
import { classNames } from "./class-names.ts";

type CompanyMarkProps = { name: string; hue: number; size?: "small" | "medium" };

/** A company's first letter on its own colour, whichever company's page it stands on. Says nothing: the name stands beside it. */
export function CompanyMark({ name, hue, size = "medium" }: CompanyMarkProps) {
  const accent: CSSProperties & { "--accent-hue": number } = { "--accent-hue": hue };
  return (
    <span
      data-accent=""
      aria-hidden="true"
      style={accent}
      className={classNames(
        "palt inline-grid shrink-0 place-items-center rounded-control bg-accent-fill leading-none font-semibold text-on-accent select-none",
        size === "small" ? "size-7 text-sm" : "size-11 text-lg",
      )}
    >
      {initialOf(name)}
    </span>
  );
}

function initialOf(name: string): string {
  const [initial = ""] = name.replace(/^(株式会社|有限会社|合同会社)\s*/u, "");
  return initial;
}
