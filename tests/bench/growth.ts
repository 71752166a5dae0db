// What a page reads in a company of 500 people and in one of 200,000, or before and after a thousand companies come beside it: its statements, and
// the CPU that PostgreSQL takes for them. npm run bench growth [people, 200,000 without it [in so many companies]]
import { readFileSync } from "node:fs";
import pg from "pg";
import { disconnect } from "#lib/db.ts";
import { findOwnProfile, writeSection } from "#lib/people/own-profile.ts";
import { withClient } from "#lib/pg-client.ts";
import { type Ask, addGroup, addGuests } from "#tests/support/crowd.ts";
import { pages as loads, type Visit, visiting } from "#tests/support/pages.ts";
import { spread } from "./chat-figures.ts";
import { fillCrowd } from "./crowd.ts";
import { withBenchDatabase } from "./database.ts";

const few = 500;
const many = Number(process.argv[2] ?? 200_000);
const companies = Number(process.argv[3] ?? 1);
const rounds = 7;
/** Of each page in a round. */
const times = 40;
/** Until every plan is made. */
const warmUps = 15;
const threads = 40;
const messages = 60;
const pages = { ...loads, "a save: another skill, another department": save };

// Whatever is read is then read by one process of PostgreSQL, beside the one of single statements.
process.env.DATABASE_POOL = "1";

await withBenchDatabase("okaeri_bench_growth", async ({ ownerUrl, appUrl }) => {
  await withClient(ownerUrl, async (owner) => {
    const cpuNow = async () => {
      const { rows } = await owner.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND usename = $1",
        [new URL(appUrl).username],
      );
      return rows.reduce((sum, { pid }) => sum + cpuOf(pid), 0);
    };
    const small = await fill(owner, "small", few);
    await owner.query("VACUUM (ANALYZE)");
    const figures =
      companies === 1 ? await beside(owner, cpuNow, small) : await beforeAndAfter(owner, cpuNow, small);
    console.log(
      `PostgreSQL's CPU a page, ${rounds} rounds of ${times}, middle (least to most); statements with BEGIN and COMMIT`,
    );
    console.table(figures);
  });
  await disconnect();
});

type CpuNow = () => Promise<number>;
type Figures = Record<string, string | number>[];

/** Each page of the small company beside that of a large one, in turns. */
async function beside(owner: pg.Client, cpuNow: CpuNow, small: Visit): Promise<Figures> {
  const large = await fill(owner, "large", many);
  await owner.query("VACUUM (ANALYZE)");
  const figures: Figures = [];
  for (const [name, load] of Object.entries(pages)) {
    const measured: { small: number; large: number }[] = [];
    for (const visit of [small, large]) await warmUp(() => load(visit));
    for (let round = 0; round < rounds; round++)
      measured.push({
        small: await cpuOfPage(cpuNow, () => load(small)),
        large: await cpuOfPage(cpuNow, () => load(large)),
      });
    figures.push({
      page: name,
      statements: await countStatements(() => load(large)),
      [`PostgreSQL ms, ${few}`]: spread(measured.map(({ small }) => small)),
      [`ms, ${many}`]: spread(measured.map(({ large }) => large)),
      ratio: spread(measured.map(({ small, large }) => large / small)),
    });
  }
  return figures;
}

/** Each page of the small company before and after others come beside it. */
async function beforeAndAfter(owner: pg.Client, cpuNow: CpuNow, small: Visit): Promise<Figures> {
  const before = await cpuOfPages(cpuNow, small);
  const slugs = Array.from({ length: companies }, (_, index) => `other-${index}`);
  await fillCrowd(owner, slugs, many);
  await owner.query("VACUUM (ANALYZE)");
  const after = await cpuOfPages(cpuNow, small);
  return Object.keys(pages).map((page) => {
    const [alone, among] = [before.get(page) ?? [], after.get(page) ?? []];
    return {
      page,
      "PostgreSQL ms, alone": spread(alone),
      [`ms, among ${companies} companies`]: spread(among),
      ratio: spread(among.map((ms, round) => ms / (alone[round] ?? 0))),
    };
  });
}

async function cpuOfPages(cpuNow: CpuNow, visit: Visit): Promise<Map<string, number[]>> {
  const measured = new Map<string, number[]>();
  for (const [name, load] of Object.entries(pages)) {
    await warmUp(() => load(visit));
    const rows: number[] = [];
    for (let round = 0; round < rounds; round++) rows.push(await cpuOfPage(cpuNow, () => load(visit)));
    measured.set(name, rows);
  }
  return measured;
}

async function warmUp(load: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < warmUps; time++) await load();
}

/** A company of so many, in which one is in many groups of five; and what that one visits. */
async function fill(owner: pg.Client, slug: string, people: number): Promise<Visit> {
  const ask: Ask = async (sql, values) => (await owner.query(sql, values)).rows;
  await fillCrowd(owner, [slug], people);
  await ask(
    `INSERT INTO feed_events (company_id, id, kind, member_id, occurred_at)
      SELECT m.company_id, gen_random_uuid(), 'JOINED', m.id, m.joined_at FROM members m JOIN companies c ON c.id = m.company_id
      WHERE c.slug = $1 AND m.status = 'ACTIVE'`,
    [slug],
  );
  const guests = await addGuests(ask, slug, 5);
  const groups: string[] = [];
  for (let i = 0; i < threads; i++) groups.push(await addGroup(ask, slug, guests));
  await ask(
    `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text, sent_at)
      SELECT t.company_id, t.id, n, n, gen_random_uuid(), ($3::uuid[])[1 + n % 5], gen_random_uuid(), repeat('お久しぶりです。', 1 + n % 9),
        now() - make_interval(mins => $2 - n)
      FROM chat_threads t, generate_series(1, $2) n WHERE t.id = ANY ($1)`,
    [groups, messages, guests.map(({ memberId }) => memberId)],
  );
  await ask(
    "UPDATE chat_threads SET last_number = $2, revision = $2, last_message_at = now() WHERE id = ANY ($1)",
    [groups, messages],
  );
  const [self, other] = guests;
  return { token: self?.token ?? "", slug, memberId: other?.memberId ?? "", threadId: groups[0] ?? "" };
}

/** Writes two sections of their own profile, each otherwise than before. */
function save(visit: Visit): Promise<unknown> {
  return visiting(visit, async (viewer) => {
    const { skills, career } = (await findOwnProfile(viewer)).sections;
    const [skill, department] = skills.skills.includes("英語") ? ["有機合成", "経理部"] : ["英語", "人事部"];
    const positions = [{ department, title: null, from: null, until: null }];
    await writeSection(viewer, { section: "skills", before: skills, after: { skills: [skill] } });
    await writeSection(viewer, { section: "career", before: career, after: { positions } });
  });
}

/** Milliseconds that a process has been on a CPU. */
function cpuOf(pid: number): number {
  const [onCpu] = readFileSync(`/proc/${pid}/schedstat`, "utf8").split(" ");
  return Number(onCpu) / 1e6;
}

async function cpuOfPage(cpuNow: CpuNow, load: () => Promise<unknown>): Promise<number> {
  const before = await cpuNow();
  for (let time = 0; time < times; time++) await load();
  return ((await cpuNow()) - before) / times;
}

async function countStatements(load: () => Promise<unknown>): Promise<number> {
  const query = pg.Client.prototype.query;
  let asked = 0;
  pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
    asked++;
    return Reflect.apply(query, this, given);
  };
  await load();
  // What only reads ends when nobody waits for it.
  await new Promise((resolve) => setTimeout(resolve, 50));
  pg.Client.prototype.query = query;
  return asked;
}
