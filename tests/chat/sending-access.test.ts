import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { findLine, sendMessage } from "#lib/chat/messages.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { messageOf, type Outcome, sendAll } from "./batches.ts";
import { addCast, addThreadOf, type Cast, type Person, persons } from "./persons.ts";

// send_messages names its callers itself: nobody has entered a company when it is asked.
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

const senders = async (thread: string, parts: object = {}) => {
  const who: Person[] = [];
  for (const person of persons)
    if ((await send(cast[person], thread, parts)).outcome !== "not-found") who.push(person);
  return who;
};

describe("a message", () => {
  it("is taken from those who belong to the conversation, by a living session of an active member", async () => {
    expect(await senders(group)).toEqual(["admin", "member"]);
  });

  it("is taken from nobody while the company is suspended", async () => {
    const stand = (status: string) =>
      database.asOwner('UPDATE companies SET status = $2::"CompanyStatus" WHERE id = $1', [
        cast.companyId,
        status,
      ]);
    await stand("SUSPENDED");
    expect(await senders(group)).toEqual([]);
    await stand("ACTIVE");
  });

  it("is taken from nobody with another's session, or with none", async () => {
    for (const session of [cast.member.sessionId, crypto.randomUUID(), null])
      expect((await send(cast.admin, group, { session })).outcome).toBe("not-found");
  });

  it("goes to no conversation of another company, by whichever company it is named", async () => {
    const other = await addThreadOf(database.asOwner, cast, "GROUP");
    await database.asOwner("DELETE FROM chat_threads WHERE company_id = $1 AND id = $2", [
      cast.companyId,
      other.id,
    ]);
    expect(await senders(other.id)).toEqual([]);
    expect(await senders(group, { company: crypto.randomUUID() })).toEqual([]);
  });
});

describe("between two", () => {
  let direct: string;
  const stand = (state: string, lines: number) =>
    database.asOwner(
      `WITH thread AS (UPDATE chat_threads SET last_number = $5 WHERE company_id = $1 AND id = $2)
        UPDATE chat_participants SET state = $4::"ParticipantState" WHERE company_id = $1 AND thread_id = $2 AND member_id = $3`,
      [cast.companyId, direct, cast.member.memberId, state, lines],
    );

  beforeEach(async () => {
    direct = (await addThreadOf(database.asOwner, cast, "DIRECT")).id;
    await database.asOwner(
      "DELETE FROM chat_participants WHERE company_id = $1 AND thread_id = $2 AND member_id <> ALL ($3)",
      [cast.companyId, direct, [cast.admin.memberId, cast.member.memberId]],
    );
    await database.asOwner("DELETE FROM chat_messages WHERE company_id = $1 AND thread_id = $2", [
      cast.companyId,
      direct,
    ]);
  });

  it.each([
    ["ACTIVE", "sent", "sent"],
    ["ASKED", "sent", "waiting"],
    ["DECLINED", "sent", "waiting"],
    ["BARRED", "closed", "closed"],
  ])("the first line to who is %s is %s, and a later one %s", async (state, first, later) => {
    await stand(state, 0);
    expect((await send(cast.admin, direct)).outcome).toBe(first);
    await stand(state, 1);
    expect((await send(cast.admin, direct)).outcome).toBe(later);
  });

  it("how somebody stands in another company's is nothing to this one's, nor how they stand in a group", async () => {
    await stand("ACTIVE", 1);
    await database.asOwner(
      "UPDATE chat_participants SET state = 'BARRED' WHERE company_id = $1 AND thread_id = $2",
      [cast.otherCompanyId, direct],
    );
    expect((await send(cast.admin, direct)).outcome).toBe("sent");
    expect((await send(cast.admin, group)).outcome).toBe("sent");
  });
});

describe("a message's quote", () => {
  it.each([
    [1, 1],
    [2, 2],
    [3, null],
    [4, null],
    [1_000_000, null],
  ])("of line %i, where there are two, is kept as %j", async (quoted, kept) => {
    expect(await send(cast.admin, group, { quoted })).toMatchObject({
      outcome: "sent",
      number: 3,
      quoted: kept,
    });
  });

  it("of a line that does not exist yet does not turn up when it does", async () => {
    const words = { threadId: group, text: "…", mentions: [], files: [] };
    const early = await sendMessage(cast.admin, { ...words, clientId: crypto.randomUUID(), quoted: 4 });
    await sendMessage(cast.member, { ...words, clientId: crypto.randomUUID() });
    expect((await findLine(cast.admin, group, early.number)).quote).toBeNull();
  });
});

it("a message names those who belong to the conversation alone", async () => {
  const named = persons.map((person) => cast[person].memberId);
  const { mentions } = await send(cast.member, group, { mentions: named });
  const there = [cast.admin, cast.member, cast.suspended, cast.expired];
  expect(mentions?.sort()).toEqual(there.map(({ memberId }) => memberId).sort());
});
