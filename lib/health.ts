import "server-only";
import type { RequestListener } from "node:http";
import { withScope } from "#lib/db.ts";
import { log } from "#lib/log.ts";

/** Whether the database answers. */
export async function isDatabaseHealthy(): Promise<boolean> {
  try {
    await withScope({}, (tx) => tx.$executeRaw`SELECT 1`);
    return true;
  } catch (error) {
    log.error("the database does not answer", { err: error });
    return false;
  }
}

/** Answers GET /health: 200 while `isWell` says so, else 503, with what `parts` tells; nothing else is there. */
export function answerHealth(
  isWell: () => Promise<boolean>,
  parts?: () => Record<string, boolean>,
): RequestListener {
  return async (request, response) => {
    if (request.url !== "/health") {
      response.writeHead(404).end();
      return;
    }
    const healthy = await isWell().catch((error: unknown) => {
      log.error("this process is not well", { err: error });
      return false;
    });
    response.writeHead(healthy ? 200 : 503, { "content-type": "application/json" });
    response.end(JSON.stringify({ healthy, ...parts?.() }));
  };
}
