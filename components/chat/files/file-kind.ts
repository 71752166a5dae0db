export type FileKind = (typeof kinds)[number][0] | "other";

// The first that fits.
const kinds = [
  ["picture", /^image\//],
  ["audio", /^audio\/|ogg$/],
  ["video", /^video\//],
  ["pdf", /^application\/pdf$/],
  ["table", /spreadsheet|ms-excel|csv/],
  ["slides", /presentation|ms-powerpoint/],
  ["document", /wordprocessing|opendocument\.text|msword|rtf|epub|x-cfb/],
  ["archive", /zip|x-(tar|7z|rar|bzip2|xz|lzh|compress)|x-apple-diskimage|gzip|zstd/],
  ["program", /msdownload|x-(elf|mach|msi|sh|dosexec)|java-vm|wasm|android\.package|vnd\.debian/],
  ["text", /^text\/|\/(xml|json)$/],
] as const;

/** What people call a file of this type. */
export function kindOfFile(type: string): FileKind {
  return kinds.find(([, pattern]) => pattern.test(type))?.[0] ?? "other";
}

const kilo = 1000;

/** How large a file is, as it is said: 0.4 kilobytes, 12 kilobytes, 1.2 megabytes. */
export function spokenSize(bytes: number): { value: number; unit: "kilobyte" | "megabyte"; digits: number } {
  const kilobytes = bytes / kilo;
  const unit = kilobytes < 999.5 ? "kilobyte" : "megabyte";
  const exact = unit === "kilobyte" ? kilobytes : kilobytes / kilo;
  const digits = exact < 9.95 ? 1 : 0;
  // Never round a file that has bytes down to 0.
  return { value: Math.max(exact, 0.1), unit, digits };
}
