import { type Ask, addGroup, addGuests } from "#tests/support/crowd.ts";
import { type Finding, finding, sleep, timeUntil } from "#tests/support/findings.ts";
import { type Http, Ledger, Screen } from "#tests/support/screen.ts";
import { findStored, readTable, showsTable } from "./compare.ts";

type Chaos = {
  ask: Ask;
  company: string;
  /** The sidecars among which the screens are spread. */
  urls: string[];
  httpFor?: (token: string) => Http;
  writers: number;
  /** Messages of each writer, one every so many milliseconds or so. */
  each: number;
  every: number;
  threads: number;
  /** Who only read, each a part of the threads. */
  readers: number;
  /** Done again and again while they write, with so many milliseconds between. */
  harm: () => Promise<void>;
  harmEvery: number;
  /** Milliseconds until, after the harm, everything has to be sent. */
  timeoutMs: number;
};

const participants = 6;

/** People write into their threads while harm is done; then everything is held against the table. */
export async function writeThrough(chaos: Chaos): Promise<Finding[]> {
  const { ask, company, urls, httpFor } = chaos;
  const writers = await addGuests(ask, company, chaos.writers);
  const readers = await addGuests(ask, company, chaos.readers);
  const seats = new Map([...writers, ...readers].map((guest) => [guest, [] as string[]]));
  const threadIds: string[] = [];
  for (let index = 0; index < chaos.threads; index++) {
    const inIt = Array.from({ length: Math.min(participants, writers.length) }, (_, seat) =>
      writers.at((index * 7 + seat * 3) % writers.length),
    );
    const group = [...new Set([...inIt, readers.at(index % readers.length)])].filter(
      (guest) => guest !== undefined,
    );
    const threadId = await addGroup(ask, company, group);
    threadIds.push(threadId);
    for (const guest of group) seats.get(guest)?.push(threadId);
  }

  const ledger = new Ledger();
  const screens = [...seats].map(
    ([guest, own], index) =>
      new Screen({
        url: urls[index % urls.length] ?? "",
        company,
        guest,
        threadIds: own,
        ledger,
        http: httpFor?.(guest.token),
      }),
  );
  try {
    let writing = true;
    let harms = 0;
    const harming = (async () => {
      for (await sleep(chaos.harmEvery); writing; await sleep(chaos.harmEvery)) {
        await chaos.harm();
        harms++;
      }
    })();
    await Promise.all(screens.slice(0, writers.length).map((screen) => write(screen, chaos)));
    writing = false;
    await harming;
    const sent = await timeUntil(
      () => screens.every((screen) => screen.pending === screen.refused.length),
      chaos.timeoutMs,
    );
    const table = await readTable(ask, threadIds);
    const same = await timeUntil(() => screens.every((screen) => showsTable(screen, table)), 20_000);
    const refused = screens.flatMap((screen) => screen.refused);
    const strays = screens.filter((screen) => !showsTable(screen, table)).length;
    return [
      finding("harm was done while they wrote", harms > 0, `${harms} times`),
      finding("everything is sent in the end", sent !== null, `${inSeconds(sent)}${byHttp(ledger)}`),
      finding(
        "nothing is refused",
        refused.length === 0,
        `${refused.length} ${[...new Set(refused)].join()}`.trim(),
      ),
      ...findStored(ledger, table),
      finding(
        "every screen shows what is stored, in that order, each once",
        same !== null,
        `${screens.length} screens, ${strays} others, ${inSeconds(same)}`,
      ),
    ];
  } finally {
    for (const screen of screens) screen.close();
  }
}

async function write(screen: Screen, { each, every }: Chaos): Promise<void> {
  for (let count = 0; count < each; count++) {
    const { threadIds } = screen;
    const threadId = threadIds[Math.floor(Math.random() * threadIds.length)];
    if (threadId) screen.write(threadId, `${count} ${"あ".repeat(count % 40)}`.trim());
    await sleep(every * (0.5 + Math.random()));
  }
}

function byHttp(ledger: Ledger): string {
  return ledger.byHttp > 0 ? `, ${ledger.byHttp} by the server action` : "";
}

function inSeconds(milliseconds: number | null): string {
  return milliseconds === null ? "not in time" : `after ${(milliseconds / 1000).toFixed(1)} s`;
}
