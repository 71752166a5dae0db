import type { Env } from "./env.ts";

/** Set by proxy.ts on every request to a page, whatever the client sent: what a script or style in it must carry to count. */
export const nonceHeader = "x-okaeri-nonce";

type Settings = Pick<Env, "mode" | "appUrl" | "realtimeOrigins">;

/** The headers of an answered page: what it may run and load, and whether browsers come back by https alone. */
export function pageHeaders(nonce: string, { mode, appUrl, realtimeOrigins }: Settings) {
  const policy = mode === "development" ? developmentPolicy(nonce) : strictPolicy(nonce);
  const sockets = realtimeOrigins.map((origin) => origin.replace(/^http/, "ws"));
  return {
    "Content-Security-Policy": inOneLine({
      "default-src": "'self'",
      ...policy,
      // A file's preview before it is sent is a blob of the page's own.
      "img-src": "'self' blob:",
      "connect-src": ["'self'", ...sockets].join(" "),
      "object-src": "'none'",
      "frame-src": "'none'",
      "base-uri": "'self'",
      "form-action": "'self'",
      "frame-ancestors": "'none'",
    }),
    ...(appUrl.startsWith("https:") && { "Strict-Transport-Security": `max-age=${365 * 24 * 60 * 60}` }),
  };
}

// A style attribute selects nothing and so finds nothing out; React and floating menus write many. A style element could.
function strictPolicy(nonce: string) {
  return {
    "script-src": `'nonce-${nonce}' 'strict-dynamic'`,
    "style-src": `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
  };
}

// React rebuilds the server's stack traces by eval there, and the overlay of Next's errors brings styles of its own.
function developmentPolicy(nonce: string) {
  return {
    "script-src": `'nonce-${nonce}' 'strict-dynamic' 'unsafe-eval'`,
    "style-src": "'self' 'unsafe-inline'",
  };
}

function inOneLine(policy: Record<string, string>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join("; ");
}
