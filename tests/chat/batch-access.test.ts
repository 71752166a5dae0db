import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { messageOf, type Outcome, sendAll } from "./batches.ts";
import { addCast, addThreadOf, type Cast, type Person } from "./persons.ts";

// What send_messages takes for an author's own: files, repeats, and each of a batch.
const database = openTestDatabase();
let cast: Cast;
let group: string;

beforeAll(async () => {
  cast = await addCast(database.asOwner, "persons");
});
beforeEach(async () => {
  group = (await addThreadOf(database.asOwner, cast, "GROUP")).id;
});

async function send(viewer: Viewer, thread: string, parts: object = {}): Promise<Outcome> {
  const [outcome] = await sendAll(database, [messageOf(viewer, thread, parts)]);
  if (!outcome) throw new Error("no answer");
  return outcome;
}

describe("a message's file", () => {
  type Given = { uploader: Person; companyId: string; number: number | null; thread: string };
  const give = async (parts: Partial<Given> = {}) => {
    const given: Given = {
      uploader: "admin",
      companyId: cast.companyId,
      number: null,
      thread: group,
      ...parts,
    };
    const id = crypto.randomUUID();
    await database.asOwner(
      `WITH file AS (INSERT INTO files (company_id, id, domain, uploader_id, name, type, size) VALUES ($1, $2, 'CHAT', $3, 'n', 't', 1))
        INSERT INTO chat_files (company_id, file_id, thread_id, number) VALUES ($1, $2, $4, $5)`,
      [given.companyId, id, cast[given.uploader].memberId, given.thread, given.number],
    );
    return id;
  };
  const outcome = async (...files: string[]) => (await send(cast.admin, group, { files })).outcome;

  it("is one's own, of this conversation, and not sent yet", async () => {
    expect(await outcome(await give(), await give())).toBe("sent");
    const others: Partial<Given>[] = [
      { uploader: "member" },
      { number: 1 },
      { companyId: cast.otherCompanyId },
      { thread: (await addThreadOf(database.asOwner, cast, "GROUP")).id },
    ];
    for (const other of others)
      expect(await outcome(await give(), await give(other)), JSON.stringify(other)).toBe("files");
    expect(await outcome(crypto.randomUUID())).toBe("files");
  });
});

describe("a repeat", () => {
  let clientId: string;
  let number: number;

  beforeEach(async () => {
    clientId = crypto.randomUUID();
    const line = { threadId: group, clientId, text: "…", mentions: [], files: [] };
    ({ number } = await sendMessage(cast.admin, line));
  });

  it("is answered with one's own first message in this conversation, whatever it holds now", async () => {
    const repeat = { client: clientId, files: [crypto.randomUUID()] };
    expect(await send(cast.admin, group, repeat)).toMatchObject({ outcome: "known", number });
    // To these it is a new message, of which the file is not there.
    const other = (await addThreadOf(database.asOwner, cast, "GROUP")).id;
    await database.asOwner(
      `INSERT INTO chat_messages (company_id, thread_id, number, revision, id, author_id, client_id, text)
        VALUES ($1, $2, 9, 9, gen_random_uuid(), $3, $4, '…')`,
      [cast.otherCompanyId, other, cast.admin.memberId, clientId],
    );
    expect((await send(cast.member, group, repeat)).outcome).toBe("files");
    expect((await send(cast.admin, other, repeat)).outcome).toBe("files");
  });

  it("is not answered to who belongs to the conversation no more", async () => {
    await database.asOwner("UPDATE chat_participants SET state = 'LEFT' WHERE thread_id = $1", [group]);
    expect((await send(cast.admin, group, { client: clientId })).outcome).toBe("not-found");
  });
});

describe("of messages that are committed together", () => {
  it("each is taken by its own author and session", async () => {
    const { admin, member } = cast;
    const outcomes = await sendAll(database, [
      messageOf(admin, group),
      messageOf(member, group, { session: admin.sessionId }),
      messageOf(member, group),
      messageOf(member, group, { session: admin.sessionId }),
    ]);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["sent", "not-found", "sent", "not-found"]);
  });

  it("nobody is let in by the one before, into whichever conversation", async () => {
    const { admin, member } = cast;
    const next = (await addThreadOf(database.asOwner, cast, "GROUP")).id;
    const [first = "", second = ""] = [group, next].toSorted();
    for (const nobody of [null, crypto.randomUUID()]) {
      for (const session of [admin.sessionId, null]) {
        const outcomes = await sendAll(database, [
          messageOf(admin, first),
          messageOf(member, second, { member: nobody, session }),
          messageOf(admin, second),
        ]);
        expect(outcomes.map(({ outcome }) => outcome)).toEqual(["sent", "not-found", "sent"]);
      }
    }
  });

  it("each is counted in its own company", async () => {
    const { admin, member } = cast;
    await database.asOwner(
      "UPDATE chat_threads SET kind = 'GROUP', direct_key = NULL WHERE company_id = $1",
      [cast.otherCompanyId],
    );
    const elsewhere = { company: cast.otherCompanyId };
    const outcomes = await sendAll(database, [
      messageOf(admin, group),
      messageOf(admin, group),
      messageOf(member, group, elsewhere),
    ]);
    expect(outcomes.map((outcome) => outcome.number)).toEqual([3, 4, 4]);
  });
});
