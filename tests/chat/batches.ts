import type { Viewer } from "#lib/auth/schema.ts";
import type { TestDatabase } from "#tests/support/database.ts";

export type Outcome = {
  outcome: string;
  number: number | null;
  quoted: number | null;
  mentions: string[] | null;
};

/** A message as send_messages takes it, in the name of a viewer. */
export function messageOf(viewer: Viewer, thread: string, parts: object = {}): object {
  return {
    company: viewer.companyId,
    member: viewer.memberId,
    session: viewer.sessionId,
    thread,
    client: crypto.randomUUID(),
    id: crypto.randomUUID(),
    text: "…",
    folded: "…",
    quoted: null,
    mentions: [],
    files: [],
    ...parts,
  };
}

/** What send_messages answers to these, asked without a scope; nothing stays. */
export function sendAll(database: TestDatabase, messages: object[]): Promise<Outcome[]> {
  return database.asApp<Outcome>(
    {},
    "SELECT outcome, number, quoted, mentions FROM send_messages($1, true, false) ORDER BY place",
    [JSON.stringify(messages)],
  );
}
