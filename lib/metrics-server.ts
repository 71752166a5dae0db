import "server-only";
import { createServer, type Server } from "node:http";
import { env, WrongSetting } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { measureProcess, metrics } from "#lib/metrics.ts";

/**
 * Answers GET /metrics, in Prometheus' text format, on the port of METRICS_PORT that this process has; without that setting nowhere.
 * Throws WrongSetting when the port cannot be had. The server does not keep the process alive.
 */
export async function serveMetrics(process: "web" | "realtime" | "worker"): Promise<void> {
  const { metricsAt } = env();
  if (!metricsAt) return;
  const port = metricsAt.ports[process];
  measureProcess();
  const server = createServer(async (request, response) => {
    if (request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    try {
      const text = await metrics().registry.metrics();
      response.writeHead(200, { "content-type": metrics().registry.contentType }).end(text);
    } catch (error) {
      log.error("metrics could not be read", { err: error });
      response.writeHead(503).end();
    }
  });
  server.unref();
  try {
    await listen(server, port, metricsAt.host);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : error;
    throw new WrongSetting(
      `METRICS_PORT: port ${port} of ${metricsAt.host}, for the metrics of ${process}, cannot be listened on (${code}): choose another.`,
    );
  }
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}
