import "server-only";
import { log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";

/** Where an error ends without harm to anybody. */
type SwallowedAt =
  | "closing a connection"
  | "reconnecting"
  | "heartbeat"
  | "announcing"
  | "announcing by Redis"
  | "telling of the feed"
  | "renewing a session"
  | "queued statement"
  | "unreadable picture"
  | "unreadable photo"
  | "unreadable file"
  | "response of a push service"
  | "list of routes";

/** Takes an error that harms nobody: counted by where it ends, and seen at LOG_LEVEL=debug. */
export function swallow(part: SwallowedAt): (error: unknown) => void {
  return (error) => {
    metrics().swallowedErrors.inc({ part });
    log.debug("an error that harms nobody", { part, err: error });
  };
}
