import { z } from "zod";
import type { Env } from "#lib/env.ts";
import { errorCode } from "#lib/launch/failure.ts";
import { urlOn } from "#lib/launch/ports.ts";
import { parseJson } from "#lib/parse-json.ts";
import { withClient } from "#lib/pg-client.ts";
import { type Finding, ok, warning, wrong } from "./finding.ts";

type Part = { name: "web" | "realtime" | "worker"; port: number; path: string };
type Answer = "well" | "not well" | "absent" | "another program";

/** Whether web, realtime and worker run here, or anywhere, and what they say of themselves. */
export async function examineProcesses(settings: Env, appUrl: string): Promise<Finding[]> {
  const parts: Part[] = [
    { name: "web", port: settings.port, path: "/api/health" },
    { name: "realtime", port: settings.realtimePort, path: "/health" },
    { name: "worker", port: settings.workerPort, path: "/health" },
  ];
  const answers = await Promise.all(
    parts.map(async (part) => ({ part, answer: await ask(urlOn(settings.host, part.port, part.path)) })),
  );
  const elsewhere = await listConnected(appUrl);
  const anyRuns = elsewhere.size > 0 || answers.some(({ answer }) => answer !== "absent");
  if (!anyRuns)
    return [warning("processes", "none runs here", "`npm start`, or web, realtime and worker each")];
  const findings = answers.map(({ part, answer }) => judge(part, answer, elsewhere));
  const wells = answers.filter(({ answer }) => answer === "well").map(({ part }) => part.name);
  return [...findings, ...(await examineMetrics(settings, wells))];
}

function judge({ name, port }: Part, answer: Answer, elsewhere: Set<string>): Finding {
  switch (answer) {
    case "well":
      return ok(name, `is well, on port ${port}`);
    case "not well":
      return wrong(name, `runs on port ${port} and is not well`, "see its log; it needs the database");
    case "another program":
      return wrong(
        name,
        `something else answers on port ${port}`,
        "end that program, or choose another port",
      );
    case "absent":
      if (elsewhere.has(name)) return ok(name, "does not run here, but elsewhere");
      // The web has no connection that says whose it is.
      if (name === "web")
        return warning(
          name,
          `does not run here (port ${port})`,
          "start it, unless it runs on another machine",
        );
      return wrong(name, `runs nowhere (port ${port} here)`, `start it: npm run ${name}`);
  }
}

const healthSchema = z.looseObject({ healthy: z.boolean() });

async function ask(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(8_000), redirect: "manual" });
    const health = healthSchema.safeParse(parseJson(await response.text()));
    if (!health.success) return "another program";
    return health.data.healthy ? "well" : "not well";
  } catch (error) {
    if (error instanceof Error && errorCode(error.cause) === "ECONNREFUSED") return "absent";
    return error instanceof Error && error.name === "TimeoutError" ? "not well" : "another program";
  }
}

const names = new Map([
  ["okaeri worker", "worker"],
  ["okaeri sidecar listens", "realtime"],
]);

/** Which processes have a connection to the database, from wherever. */
async function listConnected(appUrl: string): Promise<Set<string>> {
  try {
    const { rows } = await withClient(
      { connectionString: appUrl, connectionTimeoutMillis: 8_000 },
      (client) =>
        client.query(
          "SELECT DISTINCT application_name AS name FROM pg_stat_activity WHERE datname = current_database()",
        ),
    );
    const connected = z.array(z.object({ name: z.string().nullable() })).parse(rows);
    return new Set(connected.flatMap(({ name }) => names.get(name ?? "") ?? []));
  } catch {
    // That the database cannot be asked is a finding of its own.
    return new Set();
  }
}

async function examineMetrics({ metricsAt }: Env, wells: Part["name"][]): Promise<Finding[]> {
  if (!metricsAt) return [ok("metrics", "are told nowhere: METRICS_PORT is not set")];
  const silent: string[] = [];
  for (const name of wells) {
    const port = metricsAt.ports[name];
    const told = await fetch(urlOn(metricsAt.host, port, "/metrics"), {
      signal: AbortSignal.timeout(8_000),
    }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (!told) silent.push(`${name} (port ${port})`);
  }
  if (silent.length === 0)
    return [ok("metrics", `are told by ${wells.join(", ") || "nobody that runs here"}`)];
  return [
    warning(
      "metrics",
      `are not told by ${silent.join(", ")}`,
      "start it again with the METRICS_PORT that is set now",
    ),
  ];
}
