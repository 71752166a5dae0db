import { type Ask, addGroup, addGuests, type Guest } from "#tests/support/crowd.ts";
import { type Finding, finding, sleep, timeUntil } from "#tests/support/findings.ts";
import { Ledger, Screen } from "#tests/support/screen.ts";
import type { ServerProcess } from "#tests/support/server-process.ts";
import { readTable, showsTable } from "./compare.ts";

type Herd = {
  ask: Ask;
  company: string;
  /** The sidecar of the herd, and another, of those who write meanwhile. */
  sidecar: ServerProcess;
  other: ServerProcess;
  sockets: number;
};

const groupSize = 100;
const timeoutMs = 30_000;

/** All sockets of a sidecar are cut at once, while others go on writing; how long until everybody has caught up. */
export async function cutHerd({ ask, company, sidecar, other, sockets }: Herd): Promise<Finding[]> {
  const herd = await addGuests(ask, company, sockets);
  const writers = await addGuests(ask, company, Math.ceil(sockets / groupSize));
  const groups: { threadId: string; writer: Guest; guests: Guest[] }[] = [];
  for (const [index, writer] of writers.entries()) {
    const guests = herd.slice(index * groupSize, (index + 1) * groupSize);
    groups.push({ threadId: await addGroup(ask, company, [writer, ...guests]), writer, guests });
  }
  const ledger = new Ledger();
  const desks = groups.map(({ threadId, writer }) => ({
    threadId,
    screen: new Screen({ url: other.url, company, guest: writer, threadIds: [threadId], ledger }),
  }));
  const screens: Screen[] = [];
  const probe = startProbe(ask);
  try {
    for (const { threadId, guests } of groups) {
      const opened = guests.map(
        (guest) => new Screen({ url: sidecar.url, company, guest, threadIds: [threadId], ledger }),
      );
      screens.push(...opened);
      await timeUntil(() => opened.every(({ isUpToDate }) => isUpToDate), 60_000);
    }
    const everybody = [...screens, ...desks.map(({ screen }) => screen)];
    const write = (text: string) => {
      for (const { screen, threadId } of desks) screen.write(threadId, text);
    };
    const allSame = async () => {
      if (ledger.acknowledged.size < ledger.attempted.size) return false;
      const table = await readTable(
        ask,
        groups.map(({ threadId }) => threadId),
      );
      return everybody.every((screen) => showsTable(screen, table));
    };
    write("before");
    const ready = await timeUntil(allSame, 60_000);
    probe.reset();
    await sidecar.stop("SIGKILL");
    const cutAt = performance.now();
    for (let count = 0; count < 10; count++) write(`while you were away ${count}`);
    await sidecar.start();
    const backAfter = performance.now() - cutAt;
    const connected = timeUntil(() => screens.every(({ socket }) => socket.connected), timeoutMs);
    const same = await timeUntil(allSame, timeoutMs);
    const after = performance.now() - cutAt;
    const connectedAfter = await connected;
    const { asked, median, max } = probe.read();
    return [
      finding("all were there before", ready !== null, `${screens.length} sockets`),
      finding(
        "all caught up within 30 seconds of the cut",
        same !== null && after <= timeoutMs,
        `after ${seconds(after)}; the sidecar was back after ${seconds(backAfter)}, all connected ${connectedAfter === null ? "not in time" : `${seconds(connectedAfter)} later`}`,
      ),
      finding("what was written meanwhile is sent", ledger.acknowledged.size === ledger.attempted.size),
      finding(
        "the database answers meanwhile, within a second",
        asked > 10 && max < 1_000,
        `${asked} times: median ${median.toFixed(1)} ms, max ${max.toFixed(1)} ms`,
      ),
    ];
  } finally {
    probe.stop();
    for (const screen of [...screens, ...desks.map(({ screen }) => screen)]) screen.close();
  }
}

/** Asks the database for something small ten times a second. */
function startProbe(ask: Ask) {
  let latencies: number[] = [];
  let going = true;
  void (async () => {
    while (going) {
      const start = performance.now();
      await ask("SELECT count(*) FROM companies").catch(() => {});
      latencies.push(performance.now() - start);
      await sleep(100);
    }
  })();
  return {
    reset: () => {
      latencies = [];
    },
    stop: () => {
      going = false;
    },
    read: () => {
      const sorted = [...latencies].sort((a, b) => a - b);
      return {
        asked: sorted.length,
        median: sorted[sorted.length >> 1] ?? Number.NaN,
        max: sorted.at(-1) ?? Number.NaN,
      };
    },
  };
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
