import { env } from "#lib/env.ts";

/** The session cookie: the web sets and clears it, the sidecar reads it too. */
export function sessionCookie() {
  const secure = env().appUrl.startsWith("https:");
  return {
    name: secure ? "__Host-okaeri-session" : "okaeri-session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure } as const,
  };
}
