import "server-only";
import type { StoredBytes } from "./store.ts";

/** Bytes as the answer to a request; to HEAD, their headers alone: Next drops a body unread, and its file would stay open. */
export async function answerBytes(
  { method }: Request,
  { body }: StoredBytes,
  headers: Record<string, string>,
): Promise<Response> {
  if (method !== "HEAD") return new Response(body, { headers });
  await body.cancel();
  return new Response(null, { headers });
}
