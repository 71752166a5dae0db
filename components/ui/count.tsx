type CountProps = { value: number; label: string; quiet?: boolean };

/** A small number on the accent, or without a voice; nothing at zero. The label says in words what is counted. */
export function Count({ value, label, quiet = false }: CountProps) {
  if (value === 0) return null;
  return (
    <span className="count" data-quiet={quiet ? "" : undefined}>
      <span aria-hidden="true">{value > 99 ? "99+" : value}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
