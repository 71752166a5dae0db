import { accentStyle } from "./accent-style.ts";
import { classNames } from "./class-names.ts";

type CompanyMarkProps = { name: string; hue: number; size?: "small" | "medium"; onCloth?: boolean };

/** A company's first letter on its own colour, whichever company's page it stands on. Says nothing: the name stands beside it. */
export function CompanyMark({ name, hue, size = "medium", onCloth = false }: CompanyMarkProps) {
  return (
    <span
      data-accent=""
      aria-hidden="true"
      style={accentStyle(hue)}
      className={classNames(
        "palt inline-grid shrink-0 place-items-center rounded-control leading-none font-semibold select-none",
        onCloth ? "bg-on-cloth text-cloth" : "bg-accent-fill text-on-accent",
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
