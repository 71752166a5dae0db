import { type NextRequest, NextResponse } from "next/server";
import { pathHeader } from "#lib/auth/path-header.ts";

/**
 * Tells pages the path they were asked by, which Next does not: whoever must sign in first is led back to it. A path whose escapes mean
 * no text leads nowhere, by way of one that no page has: Next itself would fail.
 */
export function proxy(request: NextRequest) {
  const { pathname, search } = request.nextUrl;
  if (!isText(pathname)) return NextResponse.rewrite(new URL("/not-found", request.url));
  const headers = new Headers(request.headers);
  headers.set(pathHeader, pathname + search);
  return NextResponse.next({ request: { headers } });
}

function isText(escaped: string): boolean {
  try {
    decodeURIComponent(escaped);
    return true;
  } catch {
    return false;
  }
}

export const config = { matcher: ["/c/:path*", "/companies", "/(.*%.*)"] };
