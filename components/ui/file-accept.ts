/** Whether a file is of the kinds that an `accept` attribute lists (.csv, image/*, text/csv). Every file is, of none. */
export function isAccepted({ name, type }: Pick<File, "name" | "type">, accept = ""): boolean {
  const kinds = accept
    .toLowerCase()
    .split(",")
    .map((kind) => kind.trim())
    .filter(Boolean);
  return kinds.length === 0 || kinds.some((kind) => isOf(kind, name.toLowerCase(), type.toLowerCase()));
}

function isOf(kind: string, name: string, type: string): boolean {
  if (kind.startsWith(".")) return name.endsWith(kind);
  return kind.endsWith("/*") ? type.startsWith(kind.slice(0, -1)) : type === kind;
}

/** 820 kB, 3.4 MB, of which no line takes the unit away. */
export function sizeText(bytes: number, locale: string): string {
  const isLarge = bytes >= 1_000_000;
  const size = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: isLarge ? "megabyte" : "kilobyte",
    maximumFractionDigits: isLarge ? 1 : 0,
  }).format(isLarge ? bytes / 1_000_000 : Math.max(bytes / 1_000, 1));
  return size.replace(" ", "\u00a0");
}
