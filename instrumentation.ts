import { env } from "#lib/env.ts";

/** Next calls this once as the server starts: a wrong setting stops the start instead of the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  env();
  const { writePeerAddresses } = await import("#lib/auth/peer-addresses.ts");
  writePeerAddresses();
}
