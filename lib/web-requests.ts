import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { log } from "#lib/log.ts";
import { metrics } from "#lib/metrics.ts";
import { enterRequest, type RequestContext } from "#lib/request-context.ts";
import { readRoutes } from "#lib/web-routes.ts";

const requestIdHeader = "x-request-id";
const idSchema = z.string().regex(/^[\w-]{8,64}$/);

/**
 * Gives each request of this process an id, under which all that it leads to is logged, times it, and logs how it ended. Behind a proxy
 * that we trust, the id is that of its X-Request-Id, where it is well-formed; the answer carries it in any case.
 */
export function watchWebRequests(): void {
  const describe = readRoutes();
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    if (isForMetrics(request)) return;
    const startedAt = performance.now();
    const context: RequestContext = { requestId: idOf(request), ...describe(request) };
    enterRequest(context);
    response.setHeader(requestIdHeader, context.requestId);
    response.once("close", () => {
      const ms = performance.now() - startedAt;
      tell(context, request.method ?? "", response.writableFinished ? response.statusCode : closedEarly, ms);
    });
  });
}

/** The server of the metrics is in this process too. */
function isForMetrics({ socket }: IncomingMessage): boolean {
  return socket.localPort === env().metricsAt?.ports.web;
}

// 499, as proxies log a client that went away.
const closedEarly = 499;

function idOf(request: IncomingMessage): string {
  const given = env().trustProxy ? idSchema.safeParse(request.headers[requestIdHeader]).data : undefined;
  return given ?? newId();
}

function tell(context: RequestContext, method: string, status: number, ms: number): void {
  const { route = "unknown" } = context;
  metrics().requests.observe({ route, method: knownMethod(method), status }, ms / 1000);
  const quiet = quietRoutes.has(route);
  // The response ends outside of the async context, so the line carries the context itself.
  log[quiet ? "debug" : "info"]("a request was answered", {
    ...context,
    method: knownMethod(method),
    status,
    ms: Math.round(ms),
  });
}

const quietRoutes = new Set(["asset", "/api/health"]);

function knownMethod(method: string): string {
  return ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(method) ? method : "other";
}
