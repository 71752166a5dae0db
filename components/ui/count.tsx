import { classNames } from "./class-names.ts";

type CountProps = { value: number; label: string; quiet?: boolean };

/** A small number on the accent, or without a voice; nothing at zero. The label says in words what is counted. */
export function Count({ value, label, quiet = false }: CountProps) {
  if (value === 0) return null;
  return (
    <span
      className={classNames(
        "inline-grid h-5 min-w-5 shrink-0 place-items-center rounded-full px-2 text-xs leading-none font-semibold whitespace-nowrap tabular-nums",
        quiet ? "bg-sunken text-ink-soft ring-1 ring-hairline" : "bg-accent-fill text-on-accent",
      )}
    >
      <span aria-hidden="true">{value > 99 ? "99+" : value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
