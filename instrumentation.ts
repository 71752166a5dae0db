import type { Instrumentation } from "next";

let logRequestError: ((error: unknown) => void) | undefined;

/** Next calls this once as the server starts: a wrong setting stops the start instead of the first request. */
export async function register() {
  // Asked this way round, and imported inside: Next builds this file for its edge runtime too, and leaves out what is not reached.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { env } = await import("#lib/env.ts");
    const { writePeerAddresses } = await import("#lib/auth/peer-addresses.ts");
    const { logUnexpected } = await import("#lib/log.ts");
    const { serveMetrics } = await import("#lib/metrics-server.ts");
    const { keepLogs } = await import("#lib/process-logs.ts");
    const { shareFormatters } = await import("#lib/shared-formatters.ts");
    const { watchWebRequests } = await import("#lib/web-requests.ts");
    env();
    await serveMetrics("web");
    keepLogs("web");
    shareFormatters();
    writePeerAddresses();
    watchWebRequests();
    logRequestError = (error) => void logUnexpected("a page or a route failed", error);
  }
}

/** Next calls this for each error that a page, a route or an action lets through. */
export const onRequestError: Instrumentation.onRequestError = (error) => logRequestError?.(error);
