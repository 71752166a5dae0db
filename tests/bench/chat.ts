// How fast a message is on another's screen, and how many a second there are, beside a bare Socket.io server over the same PostgreSQL.
// npm run bench chat [rounds [scenario]]
import { type ChildProcess, fork } from "node:child_process";
import type pg from "pg";
import { findFreePort } from "#lib/launch/ports.ts";
import { withClient } from "#lib/pg-client.ts";
import { type Ask, addCompany, addGroup, addGuests, type Guest } from "#tests/support/crowd.ts";
import { startRedis } from "#tests/support/redis.ts";
import { ServerProcess, sidecarProcess } from "#tests/support/server-process.ts";
import { type Figures, spread } from "./chat-figures.ts";
import type { Order, Result, Room, Scenario } from "./chat-load.ts";
import { type BenchDatabase, withBenchDatabase } from "./database.ts";

const slug = "bench";
const rounds = Number(process.argv[2] ?? 7);
const wanted = process.argv[3] ?? "";
const inFlight = 8;
const servers = ["baseline", "okaeri", "okaeri over Redis"] as const;
type ServerName = (typeof servers)[number];
type Measured = Partial<Record<ServerName, Figures>>;

type Server = { process: ServerProcess; scenarios: Record<string, Scenario> };
type Servers = Partial<Record<ServerName, Server>>;

const redis = await startRedis();
// Each in a database of its own: a NOTIFY wakes all who listen in one.
await withBenchDatabase("okaeri_bench_chat", (plain) =>
  withBenchDatabase("okaeri_bench_chat_redis", async (other) => {
    const scenarios = await withClient(plain.ownerUrl, prepare);
    const running: Servers = {
      baseline: { process: await baselineProcess(plain.ownerUrl), scenarios },
      okaeri: { process: await sidecarOver(plain), scenarios },
      ...(redis && {
        "okaeri over Redis": {
          process: await sidecarOver(other, redis.url),
          scenarios: await withClient(other.ownerUrl, prepare),
        },
      }),
    };
    const load = fork("tests/bench/chat-load.ts");
    try {
      await Promise.all(Object.values(running).map((server) => server.process.start()));
      console.log(
        `${rounds} rounds, in turns; ${inFlight} messages of each sender in flight but for "one by one"`,
      );
      for (const title of Object.keys(scenarios).filter((name) => name.includes(wanted))) {
        await measureAll(load, running, title);
        // As autovacuum does within a minute.
        for (const { ownerUrl } of [plain, other])
          await withClient(ownerUrl, (owner) => owner.query("ANALYZE"));
        const table: Measured[] = [];
        for (let round = 0; round < rounds; round++)
          table.push(await measureAll(load, running, title, round));
        console.log(`\n${title}`);
        console.table(report(table));
      }
      for (const { ownerUrl } of [plain, other]) await withClient(ownerUrl, checkStored);
    } finally {
      load.disconnect();
      await Promise.all(Object.values(running).map((server) => server.process.stop()));
    }
  }),
);
await redis?.stop();

function sidecarOver({ appUrl }: BenchDatabase, redisUrl = ""): Promise<ServerProcess> {
  return sidecarProcess({
    NODE_ENV: "production",
    MESSAGES_PER_SECOND: "1000000",
    DATABASE_APP_URL: appUrl,
    REDIS_URL: redisUrl,
  });
}

async function baselineProcess(ownerUrl: string): Promise<ServerProcess> {
  const port = await findFreePort();
  return new ServerProcess({
    port,
    args: ["tests/bench/chat-baseline.ts"],
    env: { NODE_ENV: "production", BASELINE_PORT: String(port), BASELINE_DATABASE_URL: ownerUrl },
  });
}

async function prepare(owner: pg.Client): Promise<Record<string, Scenario>> {
  await owner.query(`CREATE TABLE baseline_messages (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    room uuid NOT NULL, author text NOT NULL, text text NOT NULL, sent_at timestamptz NOT NULL DEFAULT now())`);
  const ask: Ask = async (sql, values) => (await owner.query(sql, values)).rows;
  await addCompany(ask, slug);
  const eight = await addGuests(ask, slug, 8);
  const others = await addGuests(ask, slug, 8);
  const hundred = await addGuests(ask, slug, 100);
  const room = async (senders: Guest[], readers: Guest[]): Promise<Room> => ({
    threadId: await addGroup(ask, slug, [...senders, ...readers]),
    senders: senders.map(({ token }) => token),
    readers: readers.map(({ token }) => token),
  });
  const pairs: Room[] = [];
  for (const [index, sender] of eight.entries())
    pairs.push(await room([sender], others.slice(index, index + 1)));
  return {
    "one by one": {
      rooms: [await room(eight.slice(0, 1), others.slice(0, 1))],
      each: 400,
      inFlight: 1,
    },
    "eight senders into one room": { rooms: [await room(eight, [])], each: 500, inFlight },
    "eight senders into eight rooms": { rooms: pairs, each: 500, inFlight },
    "one sender to a hundred": { rooms: [await room(eight.slice(0, 1), hundred)], each: 600, inFlight },
  };
}

/** Each server once, every round in another order. */
async function measureAll(load: ChildProcess, running: Servers, title: string, round = 0): Promise<Measured> {
  const measured: Measured = {};
  for (let index = 0; index < servers.length; index++) {
    const name = servers[(index + round) % servers.length] ?? "baseline";
    const server = running[name];
    const scenario = server?.scenarios[title];
    if (!server || !scenario) continue;
    const kind = name === "baseline" ? name : "okaeri";
    load.send({ target: { kind, url: server.process.url }, scenario } satisfies Order);
    measured[name] = await answerOf(load);
  }
  return measured;
}

function answerOf(load: ChildProcess): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(new Error("the load ended"));
    load.once("exit", gone);
    load.once("message", (result: Result) => {
      load.off("exit", gone);
      if ("figures" in result) resolve(result.figures);
      else reject(new Error(result.problem));
    });
  });
}

function report(table: Measured[]): Record<string, Record<string, string>> {
  const rows: Record<string, Record<string, string>> = {};
  for (const name of servers) {
    const own = table.flatMap((round) => round[name] ?? []);
    if (own.length === 0) continue;
    const ratio = (key: keyof Figures) =>
      spread(
        table.flatMap(({ baseline, [name]: figures }) =>
          baseline && figures ? figures[key] / baseline[key] : [],
        ),
      );
    rows[name] = {
      "median ms": spread(own.map(({ median }) => median)),
      "p99 ms": spread(own.map(({ p99 }) => p99)),
      "messages/s": spread(own.map(({ perSecond }) => perSecond)),
      ...(name !== "baseline" && {
        "× median": ratio("median"),
        "× p99": ratio("p99"),
        "× messages/s": ratio("perSecond"),
      }),
    };
  }
  return rows;
}

/** What was acknowledged is stored, without a gap in any room. */
async function checkStored(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query(
    `SELECT sum(n)::int AS messages, bool_and(whole) AS whole FROM (
      SELECT count(*) AS n, count(*) = max(number) AS whole FROM chat_messages GROUP BY thread_id) threads`,
  );
  if (!rows[0].whole) throw new Error("Numbers have gaps.");
  console.log(`\n${rows[0].messages} messages stored, numbered without a gap`);
}
