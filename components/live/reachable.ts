const healthTimeoutMs = 4_000;

/** Whether the web answers now. */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    const answer = await fetch("/api/health", {
      cache: "no-store",
      signal: AbortSignal.timeout(healthTimeoutMs),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
