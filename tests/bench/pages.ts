// What our pages cost and weigh, beside a bare Next app that shows as many rows out of memory.
// npm run bench pages [people, 500 without it [page]]
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import type pg from "pg";
import { ensureBuild } from "#lib/launch/build.ts";
import { findFreePort } from "#lib/launch/ports.ts";
import { withClient } from "#lib/pg-client.ts";
import { ServerProcess } from "#tests/support/server-process.ts";
import { spread } from "./chat-figures.ts";
import { withBenchDatabase } from "./database.ts";
import { type Load, load, readPage, type Segment, scriptBytes, type Visit } from "./page-load.ts";
import { fillPages } from "./page-world.ts";
import { cpuMs, memoryMb, parentOf } from "./process-use.ts";

const people = Number(process.argv[2] ?? 500);
const wanted = process.argv[3] ?? "";
const connections = 16;
const rounds = 5;
/** Of each page, in a round. */
const times = 160;

const next = "node_modules/next/dist/bin/next";
const bareFolder = ".data/bench-bare";

/** `web`, `database`: milliseconds of processor time that a request took there. */
type Measured = Load & { web: number; database: number };

Object.assign(process.env, { NODE_ENV: "production" });
await ensureBuild(new AbortController().signal);
await withBenchDatabase("okaeri_bench_pages", async ({ ownerUrl, appUrl }) => {
  const world = await withClient(ownerUrl, (owner) => fillPages(owner, people));
  const database = await withClient(ownerUrl, findPostgres);
  buildBare();
  const ours = await webServer(["start"], "/api/health", {
    DATABASE_APP_URL: appUrl,
    MESSAGES_PER_SECOND: "1000000",
    LOG_LEVEL: "warn",
  });
  const bare = await webServer(["start", bareFolder], "/elsewhere", {});
  try {
    await ours.start();
    await bare.start();
    console.log(
      `${people} people, ${connections} connections, ${rounds} rounds in turns of ${times} requests; memory of the web at rest ${memoryMb(ours.pid).now} MB, of bare Next ${memoryMb(bare.pid).now} MB`,
    );
    const cookie = `okaeri-session=${world.token}`;
    const pages = [];
    for (const [page, path] of Object.entries(world.paths).filter(([name]) => name.includes(wanted))) {
      const company = `${ours.url}/c/${world.slug}`;
      const url = `${company}/${path}`;
      const html = await readPage({ url, cookie });
      const rows = html.match(/<li[\s>]/g)?.length ?? 0;
      const bareUrl = `${bare.url}/rows/${rows}`;
      const bareHtml = await readPage({ url: bareUrl });
      // One comes from another room, so that all but the frame is asked for.
      const room = page === "feed" ? "directory" : "feed";
      const from: Segment[] = ["c", ["company", world.slug, "d", null], room];
      const measured = await measureInTurns(
        {
          page: { server: ours, visit: { url, cookie } },
          move: { server: ours, visit: { url, cookie, from } },
          bare: { server: bare, visit: { url: bareUrl } },
          bareMove: { server: bare, visit: { url: bareUrl, from: ["elsewhere"] } },
        },
        database,
      );
      pages.push({
        page,
        rows,
        ...report(measured),
        "JS kB, gzip": kilo(await scriptBytes(html, url)),
        "bare JS": kilo(await scriptBytes(bareHtml, bareUrl)),
      });
    }
    for (const { page, ...figures } of pages) {
      console.log(`\n${page}`);
      console.table(figures);
    }
    const [web, other] = [memoryMb(ours.pid), memoryMb(bare.pid)];
    console.log(
      `\nmemory after it: web ${web.now} MB (at most ${web.most}), bare Next ${other.now} MB (at most ${other.most}): ${(web.now / other.now).toFixed(2)}×`,
    );
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
});

async function webServer(
  args: string[],
  health: string,
  env: Record<string, string>,
): Promise<ServerProcess> {
  const port = await findFreePort();
  const address = ["--port", String(port), "--hostname", "127.0.0.1"];
  return new ServerProcess({
    port,
    args: [next, ...args, ...address],
    health,
    env: { NODE_ENV: "production", PORT: String(port), ...env },
  });
}

function buildBare(): void {
  // Next writes into the folder of an app.
  cpSync("tests/bench/bare", bareFolder, { recursive: true });
  const env = { ...process.env, NODE_ENV: "production" as const };
  const { status } = spawnSync(process.execPath, [next, "build", bareFolder], { env, stdio: "ignore" });
  if (status !== 0) throw new Error("The bare Next app does not build.");
}

/** The process of the database's server, from which all its others come. */
async function findPostgres(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  return parentOf(rows[0]?.pid ?? 0);
}

type Way = { server: ServerProcess; visit: Visit };
type Ways = Record<"page" | "move" | "bare" | "bareMove", Way>;
type Rounds = Record<keyof Ways, Measured[]>;

/** Each way once in every round, after one that does not count. */
async function measureInTurns(ways: Ways, database: number): Promise<Rounds> {
  const measured: Rounds = { page: [], move: [], bare: [], bareMove: [] };
  for (let round = 0; round <= rounds; round++)
    for (const name of ["page", "bare", "move", "bareMove"] as const) {
      const figures = await measure(ways[name], database);
      if (round > 0) measured[name].push(figures);
    }
  return measured;
}

async function measure({ server, visit }: Way, database: number): Promise<Measured> {
  const before = [cpuMs(server.pid), cpuMs(database)] as const;
  const done = await load(visit, times, connections);
  const [web, stored] = [cpuMs(server.pid) - before[0], cpuMs(database) - before[1]];
  return { ...done, web: web / times, database: stored / times };
}

function report(measured: Rounds): Record<string, string> {
  const { page, move, bare, bareMove } = measured;
  const cost = ({ web, database }: Measured) => web + database;
  const ratio = (ones: Measured[], others: Measured[], of: (one: Measured) => number) =>
    spread(ones.flatMap((one, round) => (others[round] ? of(one) / of(others[round]) : [])));
  return {
    "requests/s": spread(page.map(({ perSecond }) => perSecond)),
    "bare requests/s": spread(bare.map(({ perSecond }) => perSecond)),
    "× bare requests/s": ratio(page, bare, ({ perSecond }) => perSecond),
    "CPU ms a page: web": spread(page.map(({ web }) => web)),
    "CPU ms a page: PostgreSQL": spread(page.map(({ database }) => database)),
    "CPU ms a page: bare": spread(bare.map(({ web }) => web)),
    "× bare CPU": ratio(page, bare, cost),
    "moves/s": spread(move.map(({ perSecond }) => perSecond)),
    "bare moves/s": spread(bareMove.map(({ perSecond }) => perSecond)),
    "× page requests/s, of a move": ratio(move, page, ({ perSecond }) => perSecond),
    "CPU ms a move: web": spread(move.map(({ web }) => web)),
    "CPU ms a move: PostgreSQL": spread(move.map(({ database }) => database)),
    "HTML kB": kilo(page[0]?.bytes ?? 0),
    "bare HTML kB": kilo(bare[0]?.bytes ?? 0),
    "move kB": kilo(move[0]?.bytes ?? 0),
  };
}

function kilo(bytes: number): string {
  return (bytes / 1000).toFixed(1);
}
