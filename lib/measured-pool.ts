import "server-only";
import pg from "pg";
import { log } from "#lib/log.ts";
import { gauge, metrics } from "#lib/metrics.ts";

type PoolName = "transactions" | "long transactions" | "single statements";

const slowMs = 500;

/**
 * A pool that counts its connections, how long one waits for them, what breaks, and statements that take long; of those the text is
 * logged, without any value.
 */
export function newMeasuredPool(name: PoolName, config: pg.PoolConfig): pg.Pool {
  const pool = new MeasuredPool(name, config);
  pool.on("connect", (client) => measureStatements(name, client));
  // The pool replaces a connection that breaks while idle; if the database is gone, the next statement fails.
  pool.on("error", (err) => {
    metrics().brokenConnections.inc({ pool: name });
    log.debug("an idle connection to the database broke", { part: name, err });
  });
  watched().set(name, pool);
  return pool;
}

class MeasuredPool extends pg.Pool {
  readonly #name: PoolName;

  constructor(name: PoolName, config: pg.PoolConfig) {
    super(config);
    this.#name = name;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Connected): void;
  // biome-ignore lint/suspicious/noConfusingVoidType: as pg declares it.
  override connect(callback?: Connected): Promise<pg.PoolClient> | void {
    const end = metrics().poolWaits.startTimer({ pool: this.#name });
    if (!callback) return super.connect().finally(end);
    super.connect((...answer) => {
      end();
      callback(...answer);
    });
  }
}

type Connected = Parameters<typeof pg.Pool.prototype.connect>[0];

/** Times what a connection is asked, whether it answers by a promise or calls back. */
function measureStatements(pool: PoolName, client: pg.ClientBase): void {
  Object.assign(client, {
    query(...given: unknown[]) {
      const startedAt = performance.now();
      const end = () => tell(pool, textOf(given[0]), performance.now() - startedAt);
      const callback = given.at(-1);
      if (typeof callback === "function") {
        given[given.length - 1] = (...answer: unknown[]) => {
          end();
          Reflect.apply(callback, client, answer);
        };
      }
      const answer: unknown = Reflect.apply(pg.Client.prototype.query, client, given);
      if (answer instanceof Promise) void answer.then(end, end);
      return answer;
    },
  });
}

function tell(pool: PoolName, text: string, ms: number): void {
  metrics().statements.inc({ pool });
  if (ms < slowMs) return;
  metrics().slowStatements.inc({ pool });
  log.info("a slow statement", { part: pool, ms: Math.round(ms), statement: withoutValues(text) });
}

function textOf(given: unknown): string {
  if (typeof given === "string") return given;
  const text = typeof given === "object" && given !== null && "text" in given ? given.text : undefined;
  return typeof text === "string" ? text : "";
}

/** Values are bound, not in the text; literals that are in the text all the same are removed. */
function withoutValues(text: string): string {
  return text
    .replace(/'(?:[^']|'')*'/g, "'…'")
    .replace(/\$([a-z_]*)\$.*?\$\1\$/gs, "'…'")
    .replace(/\s+/g, " ")
    .slice(0, 200);
}

// The pools of this process, by name: one that is opened again takes the other's place.
const held = globalThis as typeof globalThis & { watchedPools?: Map<PoolName, pg.Pool> };

function watched(): Map<PoolName, pg.Pool> {
  if (held.watchedPools) return held.watchedPools;
  const pools = new Map<PoolName, pg.Pool>();
  held.watchedPools = pools;
  gauge(
    "okaeri_database_connections",
    "Connections of a pool, and callers that wait for one",
    ["pool", "state"],
    () =>
      [...pools].flatMap(([pool, { totalCount, idleCount, waitingCount }]) => [
        { labels: { pool, state: "busy" }, value: totalCount - idleCount },
        { labels: { pool, state: "idle" }, value: idleCount },
        { labels: { pool, state: "waiting" }, value: waitingCount },
      ]),
  );
  return pools;
}
