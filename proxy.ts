import { type NextRequest, NextResponse } from "next/server";
import { pathHeader } from "#lib/auth/path-header.ts";

/** Tells pages the path they were asked by, which Next does not: whoever must sign in first is led back to it. */
export function proxy(request: NextRequest) {
  const headers = new Headers(request.headers);
  headers.set(pathHeader, request.nextUrl.pathname + request.nextUrl.search);
  return NextResponse.next({ request: { headers } });
}

export const config = { matcher: ["/c/:path*", "/companies"] };
