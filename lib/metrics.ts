import "server-only";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

// On globalThis: Next bundles this module several times into one process.
const held = globalThis as typeof globalThis & { metrics?: Metrics };

type Metrics = ReturnType<typeof define>;

/**
 * What this process counts. Labels have few values, all of which stand in the source or in the list of routes: never an id, a path or
 * anything that somebody sent.
 */
export function metrics(): Metrics {
  held.metrics ??= define();
  return held.metrics;
}

/** Adds what Node itself tells: memory, processor, the event loop's delay. Measuring that costs a little, so only where somebody reads it. */
export function measureProcess(): void {
  collectDefaultMetrics({ register: metrics().registry });
}

/** A number that is asked for each time that the metrics are read. Where that fails, it is left out and counted, and all others are told. */
export function gauge<Label extends string>(
  name: `okaeri_${string}`,
  help: string,
  labelNames: Label[],
  read: () => Reading<Label>[] | Promise<Reading<Label>[]>,
): void {
  new Gauge({
    name,
    help,
    labelNames,
    registers: [metrics().registry],
    async collect() {
      // One without labels counts as 0 after a reset, and here nobody knows.
      if (labelNames.length === 0) this.remove();
      else this.reset();
      try {
        for (const { labels, value } of await read()) this.set(labels, value);
      } catch {
        metrics().swallowedErrors.inc({ part: "reading a gauge" });
      }
    },
  });
}

type Reading<Label extends string> = { labels: Partial<Record<Label, string>>; value: number };

const quick = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 20];

function define() {
  const registry = new Registry();
  const registers = [registry];
  const counter = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Counter({ name: `okaeri_${name}`, help, labelNames, registers });
  const seconds = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Histogram({ name: `okaeri_${name}_seconds`, help, labelNames, registers, buckets: quick });
  return {
    registry,
    requests: seconds(
      "http_request_duration",
      "HTTP requests, to the end of the answer",
      "route",
      "method",
      "status",
    ),
    actions: seconds("action_duration", "Server actions and socket commands", "way", "action", "outcome"),
    commits: seconds("message_commit_duration", "Messages, from being given to being committed"),
    poolWaits: seconds("database_wait", "Waiting for a connection of a pool", "pool"),
    statements: counter("statements_total", "Statements to the database", "pool"),
    slowStatements: counter("slow_statements_total", "Statements that took 500 ms or longer", "pool"),
    brokenConnections: counter(
      "broken_connections_total",
      "Idle connections to the database that broke",
      "pool",
    ),
    gaps: counter("event_gaps_total", "Times that events may have been missed", "transport"),
    events: counter("events_total", "Events heard from other processes, and this one", "transport"),
    sweeps: counter("sweeps_total", "Sweeps for what nobody was told of", "outcome"),
    sweepHits: counter("sweep_hits_total", "Threads of which a sweep found what nobody was told of"),
    mails: counter("mails_total", "Mails handed over to the mail server", "outcome"),
    pushes: counter("pushes_total", "Notices handed over to push services", "outcome"),
    jobs: counter(
      "jobs_total",
      "Jobs of the queues that were done, or failed and may be tried again",
      "queue",
      "outcome",
    ),
    rounds: counter("rounds_total", "Rounds of the worker", "round", "outcome"),
    swallowedErrors: counter("swallowed_errors_total", "Errors that harm nobody", "part"),
    logLines: counter("log_lines_total", "Log lines written or, below LOG_LEVEL, left out", "level"),
  };
}
