/** Next calls this once as the server starts: a wrong setting stops the start instead of the first request. */
export async function register() {
  // Asked this way round, and imported inside: Next builds this file for its edge runtime too, and leaves out what is not reached.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { env } = await import("#lib/env.ts");
    const { writePeerAddresses } = await import("#lib/auth/peer-addresses.ts");
    const { noteRequestPaths } = await import("#lib/request-path.ts");
    env();
    writePeerAddresses();
    noteRequestPaths();
  }
}
