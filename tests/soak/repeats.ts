import type { ChatLine } from "#lib/chat/schema.ts";
import type { ActionResult } from "#lib/results.ts";
import { type Ask, addGroup, addGuests } from "#tests/support/crowd.ts";
import { type Finding, finding, sleep, timeUntil } from "#tests/support/findings.ts";
import { Screen } from "#tests/support/screen.ts";
import type { ServerProcess } from "#tests/support/server-process.ts";

type Repeats = {
  ask: Ask;
  company: string;
  sidecars: ServerProcess[];
  times: number;
  /** Milliseconds after which it is said once more. */
  later?: number;
};

/** One client id, said many times at once from several sockets and sidecars, later, and after the sidecars were killed. */
export async function repeat({ ask, company, sidecars, times, later = 0 }: Repeats): Promise<Finding[]> {
  const [author, reader] = await addGuests(ask, company, 2);
  if (!author || !reader) throw new Error("no guests");
  const threadId = await addGroup(ask, company, [author, reader]);
  const message = { threadId, clientId: crypto.randomUUID(), text: "一度だけ" };
  const open = (guest: typeof author, index: number) =>
    new Screen({ url: sidecars[index % sidecars.length]?.url ?? "", company, guest, threadIds: [threadId] });
  const mine = Array.from({ length: 4 }, (_, index) => open(author, index));
  const theirs = open(reader, 0);
  const everybody = [...mine, theirs];
  const say = async (index: number): Promise<ActionResult<ChatLine> | undefined> =>
    mine[index % mine.length]?.socket.timeout(20_000).emitWithAck("message:send", message);
  const sayAll = () => Promise.all(Array.from({ length: times }, (_, index) => say(index)));
  const connected = () => timeUntil(() => everybody.every(({ isUpToDate }) => isUpToDate), 30_000);
  try {
    await connected();
    const answers = await sayAll();
    if (later > 0) {
      await sleep(later);
      answers.push(await say(0));
    }
    await Promise.all(sidecars.map((sidecar) => sidecar.stop("SIGKILL")));
    await Promise.all(sidecars.map((sidecar) => sidecar.start()));
    await connected();
    answers.push(await say(0), await say(1));
    // Anyone who says more after it is numbered after it.
    theirs.write(threadId, "つぎ");
    const rows = await ask("SELECT number FROM chat_messages WHERE thread_id = $1 AND client_id = $2", [
      threadId,
      message.clientId,
    ]);
    const shown = await timeUntil(
      () =>
        everybody.every(
          (screen) =>
            screen
              .lines(threadId)
              .map(({ number }) => number)
              .join() === "1,2",
        ),
      20_000,
    );
    const different = new Set(answers.map((answer) => JSON.stringify(answer))).size;
    const refused = answers.filter((answer) => !answer?.ok).length;
    return [
      finding("one client id is one row", rows.length === 1, `said ${answers.length} times`),
      finding(
        "each time the same answer",
        different === 1 && refused === 0,
        `${different} answers, ${refused} refusals`,
      ),
      finding("on every screen once", shown !== null),
    ];
  } finally {
    for (const screen of everybody) screen.close();
  }
}
