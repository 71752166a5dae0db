import { join } from "node:path";
import type { Env } from "#lib/env.ts";
import { root } from "./folders.ts";
import { requireFreePort, urlOn } from "./ports.ts";
import { findOtherLauncher } from "./run-record.ts";
import type { Part } from "./supervisor.ts";

/** The processes of the app. For development the web rebuilds what changes, and the others start again. */
export function partsOf(settings: Env, mode: "start" | "dev"): Part[] {
  const { host, port, realtimePort, workerPort } = settings;
  const watch = mode === "dev" ? ["--watch", "--watch-preserve-output"] : [];
  const next = join(root, "node_modules/next/dist/bin/next");
  return [
    {
      name: "web",
      args: [next, mode, "--port", String(port), ...(host ? ["--hostname", host] : [])],
      health: urlOn(host, port, "/api/health"),
    },
    {
      name: "realtime",
      args: [...watch, "--conditions=react-server", "lib/realtime/server.ts"],
      health: urlOn(host, realtimePort, "/health"),
    },
    {
      name: "worker",
      args: [...watch, "--conditions=react-server", "lib/jobs/worker.ts"],
      health: urlOn(host, workerPort, "/health"),
    },
  ];
}

/** Throws LaunchFailure when a port of the app is taken, with how to choose another. */
export async function requireFreePorts(settings: Env, command: string): Promise<void> {
  const wanted = [
    { port: settings.port, user: "the web", setting: "PORT" },
    { port: settings.realtimePort, user: "live updates", setting: "REALTIME_PORT" },
    { port: settings.workerPort, user: "the worker's health", setting: "WORKER_PORT" },
  ];
  const { metricsAt } = settings;
  for (const [process, port] of Object.entries(metricsAt?.ports ?? {}))
    wanted.push({ port, user: `the metrics of ${process}`, setting: "METRICS_PORT" });
  // Another launcher of this project may be about to end.
  const timeoutMs = findOtherLauncher() ? 5_000 : 0;
  for (const { port, user, setting } of wanted) {
    // The two others follow PORT unless they were set.
    const remedy = process.env[setting]
      ? `${setting}=${port + 100} ${command}`
      : `PORT=${settings.port + 100} ${command}`;
    await requireFreePort(port, user, remedy, timeoutMs);
  }
}
