import type { Ask } from "#tests/support/crowd.ts";
import { type Finding, finding } from "#tests/support/findings.ts";
import type { Ledger, Screen } from "#tests/support/screen.ts";

type Row = { thread_id: string; number: number; author_id: string; client_id: string; text: string };

type Table = Map<string, Row[]>;

/** The messages of these threads as they are stored, in the order of their numbers. */
export async function readTable(ask: Ask, threadIds: string[]): Promise<Table> {
  const rows = await ask<Row>(
    `SELECT thread_id, number, author_id, client_id, text FROM chat_messages
      WHERE thread_id = ANY ($1) ORDER BY thread_id, number`,
    [threadIds],
  );
  const table: Table = new Map(threadIds.map((threadId) => [threadId, []]));
  for (const row of rows) table.get(row.thread_id)?.push(row);
  return table;
}

/** Whether a screen shows each thread as it is stored: the same lines, each once, in the same order, up to the last. */
export function showsTable(screen: Screen, table: Table): boolean {
  return screen.threadIds.every((threadId) => {
    const rows = table.get(threadId) ?? [];
    const lines = screen.lines(threadId);
    return (
      lines.length === rows.length &&
      lines.every((line, index) => {
        const row = rows[index];
        return row?.number === line.number && row.client_id === line.clientId && row.text === line.text;
      })
    );
  });
}

/** What was tried, acknowledged and stored, held against each other. */
export function findStored(ledger: Ledger, table: Table): Finding[] {
  const rows = [...table.values()].flat();
  const stored = new Map(rows.map((row) => [row.client_id, row]));
  const { attempted, acknowledged } = ledger;
  const lost = [...acknowledged.keys()].filter((clientId) => !stored.has(clientId));
  const misnumbered = [...acknowledged].filter(
    ([clientId, numbers]) => numbers.size !== 1 || !numbers.has(stored.get(clientId)?.number ?? 0),
  );
  const foreign = rows.filter(({ client_id, thread_id, author_id, text }) => {
    const known = attempted.get(client_id);
    return known?.threadId !== thread_id || known.authorId !== author_id || known.text !== text;
  });
  const gaps = [...table.values()].filter((thread) =>
    thread.some(({ number }, index) => number !== index + 1),
  );
  const missing = [...attempted.keys()].filter((clientId) => !stored.has(clientId));
  return [
    finding(
      "acknowledged is stored",
      lost.length === 0,
      `${acknowledged.size} acknowledged, ${lost.length} lost`,
    ),
    finding("stored was attempted, as it was written", foreign.length === 0, `${rows.length} stored`),
    finding("nothing is doubled", stored.size === rows.length, `${rows.length - stored.size} doubles`),
    finding(
      "nothing is lost",
      missing.length === 0,
      `${attempted.size} attempted, ${missing.length} not stored`,
    ),
    finding("every answer told the stored number", misnumbered.length === 0, `${misnumbered.length} others`),
    finding("numbers have no gaps and no repeats", gaps.length === 0, `${table.size} threads`),
    finding("everybody's lines are in the order in which they wrote them", areInOrder(ledger, table)),
  ];
}

function areInOrder({ attempted }: Ledger, table: Table): boolean {
  const turns = new Map([...attempted.keys()].map((clientId, index) => [clientId, index]));
  return [...table.values()].every((rows) => {
    const last = new Map<string, number>();
    return rows.every(({ author_id, client_id }) => {
      const turn = turns.get(client_id) ?? -1;
      const before = last.get(author_id) ?? -1;
      last.set(author_id, turn);
      return turn > before;
    });
  });
}
