import { type Ask, addGroup, addGuests } from "#tests/support/crowd.ts";
import { type Finding, finding, sleep, timeUntil } from "#tests/support/findings.ts";
import { Ledger, Screen } from "#tests/support/screen.ts";
import { type Silence, SilentProxy } from "#tests/support/silent-proxy.ts";
import { findStored, readTable, showsTable } from "./compare.ts";

type Partition = {
  ask: Ask;
  company: string;
  port: number;
  silence: Silence;
  /** Milliseconds for which nothing comes through. */
  lasting: number;
};

/** The network between half of the people and the sidecar falls silent while all go on writing; what is seen after it heals. */
export async function fallSilent({ ask, company, port, silence, lasting }: Partition): Promise<Finding[]> {
  const proxy = await SilentProxy.before(port);
  const guests = await addGuests(ask, company, 6);
  const threadIds = [await addGroup(ask, company, guests), await addGroup(ask, company, guests)];
  const ledger = new Ledger();
  const screens = guests.map(
    (guest, index) =>
      new Screen({
        url: index % 2 ? proxy.url : `http://127.0.0.1:${port}`,
        company,
        guest,
        threadIds,
        ledger,
      }),
  );
  const cutOff = screens.filter((_, index) => index % 2 === 1);
  // One of those who are cut off only reads.
  const writing = screens.slice(0, -1);
  const allSame = async () => {
    const table = await readTable(ask, threadIds);
    return screens.every((screen) => screen.pending === 0 && showsTable(screen, table));
  };
  try {
    await timeUntil(() => screens.every(({ isUpToDate }) => isUpToDate), 20_000);
    writeAll("before");
    const ready = await timeUntil(allSame, 20_000);
    proxy.fallSilent(silence);
    const start = performance.now();
    for (let count = 0; performance.now() - start < lasting; count++) {
      writeAll(`in the silence ${count}`);
      await sleep(lasting / 12);
    }
    const seen = cutOff.reduce((sum, screen) => sum + screen.lines(threadIds[0] ?? "").length, 0);
    const there = screens[0]?.lines(threadIds[0] ?? "").length ?? 0;
    proxy.heal();
    const healed = await timeUntil(allSame, 120_000);
    const table = await readTable(ask, threadIds);
    return [
      finding("all were the same before", ready !== null),
      finding("nothing came through the silence", seen < there * cutOff.length),
      finding(
        "all are the same within five seconds of healing",
        healed !== null && healed <= 5_000,
        healed === null ? "not within two minutes" : `after ${(healed / 1000).toFixed(1)} s`,
      ),
      ...findStored(ledger, table),
    ];
  } finally {
    for (const screen of screens) screen.close();
    proxy.close();
  }

  function writeAll(text: string): void {
    for (const screen of writing)
      for (const threadId of threadIds)
        screen.write(threadId, `${text} ${screen.guest.memberId.slice(0, 4)}`);
  }
}
