const nowhere = "http://nowhere.invalid";

/** `next` as a path of this site, or null: never another site's address, in whatever disguise. */
export function localPath(next: unknown): string | null {
  if (typeof next !== "string" || next.length > 500 || !next.startsWith("/") || next.includes("\\"))
    return null;
  if (!URL.canParse(next, nowhere)) return null;
  const { origin, pathname, search, hash } = new URL(next, nowhere);
  // Parsing takes dots and tabs away: "/.//evil.example" and "/\t/evil.example" end up as "//evil.example".
  if (origin !== nowhere || pathname.startsWith("//")) return null;
  return pathname.startsWith("/sign-in") ? null : `${pathname}${search}${hash}`;
}
