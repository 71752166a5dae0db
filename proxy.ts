import { randomBytes } from "node:crypto";
import { type NextRequest, NextResponse } from "next/server";
import { pathHeader } from "#lib/auth/path-header.ts";
import { env } from "#lib/env.ts";
import { nonceHeader, pageHeaders } from "#lib/page-headers.ts";

/**
 * Gives each page its security headers, with a nonce that Next puts on its own scripts, and tells it the path it was asked by, which
 * Next does not: who must sign in first is led back to it. A path whose escapes mean no text leads nowhere, by way of one that no page
 * has: Next itself would fail. So it would at a server action of another origin, with a stack in the log.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (isForeignAction(request)) return new NextResponse(null, { status: 403 });
  const nonce = randomBytes(16).toString("base64url");
  const answered = pageHeaders(nonce, env());
  const headers = new Headers(request.headers);
  headers.set(pathHeader, pathname + search);
  headers.set(nonceHeader, nonce);
  // Next reads the nonce here.
  headers.set("Content-Security-Policy", answered["Content-Security-Policy"]);
  const path = textOf(pathname);
  const response =
    path === null
      ? NextResponse.rewrite(new URL("/not-found", request.url), { request: { headers } })
      : NextResponse.next({ request: { headers } });
  // What answers there is no page: next.config.ts lets it run nothing.
  if (path?.startsWith("/api/")) return response;
  for (const [name, value] of Object.entries(answered)) response.headers.set(name, value);
  return response;
}

/** What is sent to a page is for a server action. Routes (/api/) ask for themselves: mail programs post to one of them. */
function isForeignAction({ method, headers, nextUrl }: NextRequest): boolean {
  if (["GET", "HEAD"].includes(method) || nextUrl.pathname.startsWith("/api/")) return false;
  return !env().origins.includes(headers.get("origin") ?? "");
}

function textOf(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}

// Every page. Not what is no page, where Next would keep an upload's whole body in memory for us, unless its escapes must be looked at.
export const config = {
  matcher: [
    "/((?!api/|_next/|offline$|sw.js$|manifest.webmanifest$|icon.svg$|apple-touch-icon.png$|icons/).*)",
    "/(.*%.*)",
  ],
};
