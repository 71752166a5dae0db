import "server-only";

// The policy that nothing in the bytes runs, whatever they are, is in next.config.ts.
const inert = {
  "X-Content-Type-Options": "nosniff",
  "Cross-Origin-Resource-Policy": "same-origin",
};

/**
 * The headers of a file that is kept under its name, and never shown. No cache may hold it: access may end. `plain`: its name for programs that
 * know ASCII alone.
 */
export function downloadHeaders(
  name: string,
  type: string,
  size: number,
  plain = plainName(name),
): Record<string, string> {
  return {
    ...inert,
    "Content-Type": type,
    "Content-Length": String(size),
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encodeName(name)}`,
    "Cache-Control": "private, no-store",
  };
}

/** The headers of a preview. A browser may keep it, and has to ask each time whether it may still show it. */
export function previewHeaders(type: string, size: number, tag: string) {
  return {
    ...inert,
    "Content-Type": type,
    "Content-Length": String(size),
    "Content-Disposition": "inline",
    "Cache-Control": "private, no-cache",
    ETag: tag,
  };
}

/** The headers of a picture whose address is another one for each picture: a browser need not ask for it again. */
export function lastingHeaders(type: string, size: number) {
  return {
    ...inert,
    "Content-Type": type,
    "Content-Length": String(size),
    "Content-Disposition": "inline",
    "Cache-Control": "private, max-age=31536000, immutable",
  };
}

/** For programs that do not know filename*. */
function plainName(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]/g, "_").replaceAll(/["\\%]/g, "_");
}

/** RFC 8187. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
