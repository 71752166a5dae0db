const maxBytes = 180;

/**
 * The name of a file within a takeout: its number, by which two of one name differ, and its own name, as Windows, macOS and Linux can write it.
 */
export function entryName(number: number, name: string): string {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? "";
  const stem = name.slice(0, name.length - ending.length);
  return `${String(number).padStart(4, "0")} ${shorten(tidy(stem))}${ending}`;
}

function tidy(stem: string): string {
  const written = stem
    .toWellFormed()
    .replaceAll(/[\p{Cc}<>:"|?*/\\]/gu, "_")
    .replace(/[. ]+$/, "");
  return written || "file";
}

/** Most systems keep 255 bytes of a name, and 100 kanji are 300. */
function shorten(stem: string): string {
  let kept = "";
  for (const letter of stem) {
    if (Buffer.byteLength(kept) + Buffer.byteLength(letter) > maxBytes) return `${kept}…`;
    kept += letter;
  }
  return kept;
}
