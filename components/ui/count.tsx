type CountProps = { value: number; label: string };

/** A small number on the accent; nothing at zero. The label says in words what is counted. */
export function Count({ value, label }: CountProps) {
  if (value === 0) return null;
  return (
    <span className="inline-grid h-5 min-w-5 shrink-0 place-items-center rounded-full bg-accent-fill px-1.5 text-2xs leading-none font-semibold whitespace-nowrap text-on-accent tabular-nums">
      <span aria-hidden="true">{value > 99 ? "99+" : value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
