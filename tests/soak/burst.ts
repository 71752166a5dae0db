import { type Ask, addGroup, addGuests } from "#tests/support/crowd.ts";
import { type Finding, finding, timeUntil } from "#tests/support/findings.ts";
import { Ledger, Screen } from "#tests/support/screen.ts";
import { readTable, showsTable } from "./compare.ts";

type Burst = { ask: Ask; company: string; urls: string[]; members: number; messages: number };

const writers = 10;

/** A group with everybody online, into which ten of them write all at once. */
export async function burst({ ask, company, urls, members, messages }: Burst): Promise<Finding[]> {
  const guests = await addGuests(ask, company, members);
  const threadId = await addGroup(ask, company, guests);
  const ledger = new Ledger();
  const screens: Screen[] = [];
  try {
    for (let index = 0; index < guests.length; index += 100) {
      const opened = guests.slice(index, index + 100).map(
        (guest, place) =>
          new Screen({
            url: urls[place % urls.length] ?? "",
            company,
            guest,
            threadIds: [threadId],
            ledger,
          }),
      );
      screens.push(...opened);
      await timeUntil(() => opened.every(({ isUpToDate }) => isUpToDate), 60_000);
    }
    const ready = await timeUntil(() => screens.every(({ isUpToDate }) => isUpToDate), 60_000);
    for (let count = 0; count < messages; count++)
      screens[count % writers]?.write(threadId, `${count} よろしくお願いします`);
    const came = await timeUntil(
      () => screens.every((screen) => screen.lines(threadId).length >= messages),
      120_000,
    );
    const table = await readTable(ask, [threadId]);
    const others = screens.filter((screen) => !showsTable(screen, table)).length;
    const doubles = screens.reduce((sum, screen) => sum + doublesIn(screen), 0);
    const pushes = screens.reduce((sum, screen) => sum + screen.pushes.length, 0);
    return [
      finding("all were there before", ready !== null, `${screens.length} sockets`),
      finding(
        "each online member has each message",
        came !== null && table.get(threadId)?.length === messages && others === 0,
        `${screens.length} members, ${messages} messages, ${((came ?? 0) / 1000).toFixed(1)} s, ${pushes} pushes`,
      ),
      finding("each once", doubles === 0, `${doubles} lines were pushed twice to somebody`),
    ];
  } finally {
    for (const screen of screens) screen.close();
  }
}

/** Lines that were pushed to a screen more than once. */
function doublesIn({ pushes }: Screen): number {
  const lines = pushes.flatMap((push) => push.lines.map(({ revision }) => revision));
  return lines.length - new Set(lines).size;
}
