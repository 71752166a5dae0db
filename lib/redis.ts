import "server-only";

export type Redis = Awaited<ReturnType<typeof openRedis>>;

/**
 * A client of the Redis at this address, not yet connected: `connect` goes on until it is, and when the connection is lost, or silent
 * for long, it comes back by itself. Every failure is an "error" event, for which somebody has to listen.
 */
export async function openRedis(url: string) {
  // Only where it is used: the library is large.
  const { createClient } = await import("redis");
  return createClient({
    url,
    disableOfflineQueue: true,
    maintNotifications: "disabled",
    pingInterval: 4_000,
    socket: {
      connectTimeout: 3_000,
      socketTimeout: 10_000,
      reconnectStrategy: (retries: number) => Math.min(100 * 2 ** retries, 3_000),
    },
  });
}
