// How long HR's import of many leavers takes, from the file to the records, beside a bare COPY of the same people into a table like theirs; and how much
// memory the worker holds meanwhile, with the process that reads. npm run bench import [people, 100,000 without it]
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Viewer } from "#lib/auth/schema.ts";
import { createSession, findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { disconnect } from "#lib/db.ts";
import { applyImport, undoImport } from "#lib/leavers/imports/applying.ts";
import { findImport, startImport } from "#lib/leavers/imports/imports.ts";
import { receiveImportFile } from "#lib/leavers/imports/uploads.ts";
import { withClient } from "#lib/pg-client.ts";
import { fillCrowd } from "./crowd.ts";
import { withBenchDatabase } from "./database.ts";

const slug = "crowd";
const rounds = 3;
const uploads = mkdtempSync(join(tmpdir(), "okaeri-bench-import-"));
process.env.UPLOADS = uploads;
const families =
  "佐藤 サトウ,鈴木 スズキ,髙橋 タカハシ,田中 タナカ,渡邊 ワタナベ,伊藤 イトウ,山本 ヤマモト,中村 ナカムラ,小林 コバヤシ,加藤 カトウ".split(
    ",",
  );
const givens =
  "健 ケン,花子 ハナコ,一郎 イチロウ,千夏 チナツ,直樹 ナオキ,美咲 ミサキ,翔太 ショウタ,由美子 ユミコ,隆 タカシ".split(
    ",",
  );

try {
  await withBenchDatabase("okaeri_bench_import", async ({ ownerUrl }) => {
    await withClient(ownerUrl, async (owner) => {
      const people = Number(process.argv[2] ?? 100_000);
      await fillCrowd(owner, [slug], 20);
      await owner.query("UPDATE members SET role = 'OWNER'");
      const hr = await viewerOf(owner);
      const first = await measureImport(hr, people);
      const again = await measureImport(hr, people);
      const bare = await measureCopy(owner);
      const start = performance.now();
      const undone = await undoImport(hr, { importId: first.importId });
      const undoing = performance.now() - start;
      console.log(`${people} people; a bare COPY of them takes ${Math.round(bare)} ms, median of ${rounds}`);
      console.table([first.figures, again.figures]);
      console.log(
        `The import takes ${(first.figures["all ms"] / bare).toPrecision(2)} times as long as the COPY.`,
      );
      console.log(`Undoing takes ${Math.round(undoing)} ms: ${undone.removed} gone, ${undone.left} left.`);
    });
    await disconnect();
  });
} finally {
  rmSync(uploads, { recursive: true });
}

/** Imports them; a second time none is new. */
async function measureImport(hr: Viewer, people: number) {
  const body = Readable.toWeb(Readable.from(csvOf(people))) as ReadableStream<Uint8Array>;
  const id = await receiveImportFile(hr, body);
  const { importId } = await startImport(hr, { files: [{ id, name: "leavers.csv" }] });
  const reading = await work();
  const start = performance.now();
  const { counts } = await findImport(hr, importId);
  const looking = performance.now() - start;
  await applyImport(hr, { importId, ground: "NOTICE", groundOn: "2026-04-01", groundDocument: "規程" });
  const writing = await work();
  const { state, outcome } = await findImport(hr, importId);
  if (state !== "DONE") throw new Error(`the import is ${state}`);
  const figures = {
    new: counts?.NEW,
    unchanged: counts?.UNCHANGED,
    decide: counts?.DECIDE,
    added: outcome?.added,
    "read and staged ms": Math.round(reading.ms),
    "written ms": Math.round(writing.ms),
    "all ms": Math.round(reading.ms + writing.ms),
    "its page's counts ms": Math.round(looking),
    "reading MB": reading.mb,
    "writing MB": writing.mb,
  };
  return { importId, figures };
}

/** Does what waits in a process of its own, and tells how long its work took and how much memory it held at most with its children. */
function work(): Promise<{ ms: number; mb: number }> {
  return new Promise((resolve, reject) => {
    const child = fork("tests/bench/import-worker.ts", { execArgv: ["--conditions=react-server"] });
    child.once("message", (told) => resolve(told as { ms: number; mb: number }));
    child.once("exit", (code) => reject(new Error(`the worker ended with ${code}`)));
  });
}

async function measureCopy(owner: pg.Client): Promise<number> {
  const all = await owner.query<Record<string, unknown>>("SELECT to_jsonb(l) AS row FROM leavers l");
  const columns = Object.keys(Object(all.rows[0]?.row));
  const lines = all.rows.map(
    ({ row }) => `${columns.map((column) => cellOf(Object(row)[column])).join("\t")}\n`,
  );
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await owner.query("DROP TABLE IF EXISTS bare; CREATE TABLE bare (LIKE leavers INCLUDING ALL)");
    const start = performance.now();
    await pipeline(
      Readable.from(chunksOf(lines)),
      owner.query(copyFrom(`COPY bare (${columns.join(", ")}) FROM STDIN`)),
    );
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[1] ?? Number.NaN;
}

function* chunksOf(lines: string[]): Generator<Buffer> {
  for (let at = 0; at < lines.length; at += 1_000) yield Buffer.from(lines.slice(at, at + 1_000).join(""));
}

function cellOf(value: unknown): string {
  if (value === null) return "\\N";
  if (Array.isArray(value)) return `{${value.join(",")}}`;
  return String(value).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n");
}

function* csvOf(people: number): Generator<Buffer> {
  yield Buffer.from(
    "社員番号,姓,名,姓カナ,名カナ,入社年月日,退職年月日,部署,役職,雇用形態,個人メールアドレス\n",
  );
  for (let at = 0; at < people; at += 1_000)
    yield Buffer.from(
      Array.from({ length: Math.min(1_000, people - at) }, (_, n) => lineOf(at + n)).join(""),
    );
}

/** Of a hundred thousand some have names alike, as in a real company; few of these the same days. */
function lineOf(n: number): string {
  const [family, familyKana] = (families[n % families.length] ?? "").split(" ");
  const [given, givenKana] = (givens[Math.floor(n / 10) % givens.length] ?? "").split(" ");
  const day = (from: number, many: number) =>
    new Date(Date.UTC(from, 0, 1 + many)).toISOString().slice(0, 10).replaceAll("-", "/");
  const mark = String.fromCharCode(0x4e00 + (n % 5_000));
  const cells = [
    String(n).padStart(6, "0"),
    family,
    `${given}${mark}`,
    familyKana,
    givenKana,
    day(1980, (n * 37) % 9_000),
    day(2006, (n * 53) % 7_000),
    ["営業本部 第二営業部", "経理部", "研究開発部", "人事部"][n % 4],
    n % 3 ? "" : "課長",
    "正社員",
    `p${n}@example.net`,
  ];
  return `${cells.join(",")}\n`;
}

async function viewerOf(owner: pg.Client): Promise<Viewer> {
  const { rows } = await owner.query<{ id: string }>(
    "SELECT user_id AS id FROM members WHERE status = 'ACTIVE' LIMIT 1",
  );
  const session = await findSession(await createSession(rows[0]?.id ?? "", "bench"));
  if (!session) throw new Error("a new session is not found");
  return findViewer(session.account, slug);
}
