import "server-only";
import { cookies } from "next/headers";
import { enteringCookie } from "#components/shell/entering.ts";

/** Has the noren of the company lift that somebody opens next, within a minute. */
export async function announceEntering(): Promise<void> {
  // Read by the page's script too, which ends it; it says nothing about anybody.
  (await cookies()).set(enteringCookie, "1", { maxAge: 60, path: "/", sameSite: "lax" });
}
