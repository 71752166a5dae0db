import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { endSession } from "#lib/auth/sessions.ts";
import { muteThread } from "#lib/chat/places.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { findThread } from "#lib/chat/threads.ts";
import { DatabaseAway } from "#lib/database-away.ts";
import { disconnect } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { findPerson } from "#lib/people/people.ts";
import { withinRequest } from "#lib/request-context.ts";
import { sqlValue } from "#lib/sql.ts";
import { applySql } from "#prisma/sql.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";
import { statementsOf } from "#tests/support/statements.ts";

const database = openTestDatabase();
let sakura: Viewer;
let hannah: Viewer;

beforeAll(async () => {
  sakura = await viewerOf(database, "sakura", "aoba");
  hannah = await viewerOf(database, "hannah", "larkfield");
});

const inRequest = <T>(work: () => Promise<T>) => withinRequest({ requestId: crypto.randomUUID() }, work);
const self = () => findPerson(sakura, sakura.memberId);
const everybody = () => listDirectory(sakura, directoryQuerySchema.parse({}));
const kinds = (asked: { text: string; name?: string | undefined }[]) =>
  asked.map(({ text, name }) => (name ? "read" : /^\w+/.exec(text)?.[0]));

describe("what one request reads", () => {
  it("is one transaction, and of one turn one statement", async () => {
    const asked = await statementsOf(() =>
      inRequest(() => Promise.all([self(), countUnread(sakura), everybody()])),
    );
    expect(kinds(asked)).toEqual(["RESET", "read", "COMMIT"]);
  });

  it("is the same statement in whatever order it was asked", async () => {
    const names = new Set<string | undefined>();
    const orders: (() => Promise<unknown>)[] = [
      () => Promise.all([self(), countUnread(sakura)]),
      () => Promise.all([countUnread(sakura), self()]),
    ];
    for (const work of orders)
      for (const { name } of await statementsOf(() => inRequest(work))) if (name) names.add(name);
    expect(names.size).toBe(1);
  });

  it("asks once what several ask, and apart what differs in a value", async () => {
    const alone = [await self(), await findPerson(sakura, hannah.memberId).catch(() => null)];
    const answers: unknown[] = [];
    const asked = await statementsOf(() =>
      inRequest(async () => {
        const both = [self(), self(), findPerson(sakura, hannah.memberId).catch(() => null)];
        answers.push(...(await Promise.all(both)));
      }),
    );
    expect(answers).toEqual([alone[0], alone[0], alone[1]]);
    const [read] = asked.filter(({ name }) => name);
    expect(read?.text.match(/findable_by_caller/g)).toHaveLength(2);
  });

  it("is answered as it would be alone, each as the one who asks", async () => {
    const alone = [await self(), await everybody(), await findPerson(hannah, hannah.memberId)];
    const together = await inRequest(() =>
      Promise.all([self(), everybody(), findPerson(hannah, hannah.memberId)]),
    );
    expect(together).toEqual(alone);
  });

  it("is nothing of another request's, nor of another viewer's", async () => {
    const apart = await statementsOf(() => Promise.all([inRequest(self), inRequest(self)]));
    expect(kinds(apart).filter((kind) => kind === "COMMIT")).toHaveLength(2);
    const mixed = await statementsOf(() =>
      inRequest(() => Promise.all([self(), findPerson(hannah, hannah.memberId)])),
    );
    expect(kinds(mixed).filter((kind) => kind === "COMMIT")).toHaveLength(2);
  });

  it("sees what the same request has written before", async () => {
    const threadId = (await listThreads(sakura))[0]?.id ?? "";
    await inRequest(async () => {
      for (const on of [true, false]) {
        const before = findThread(sakura, threadId);
        await muteThread(sakura, threadId, on);
        await before;
        expect((await findThread(sakura, threadId)).muted).toBe(on);
      }
    });
  });

  it("leaves no connection behind, however much is asked", async () => {
    await Promise.all(Array.from({ length: 60 }, () => inRequest(() => Promise.all([self(), everybody()]))));
    await disconnect();
    await self();
  });
});

describe("a read that fails", () => {
  const divide = () => readAs(sakura, (tx) => sqlValue(tx, z.int())`SELECT 1 / 0 AS one`);

  it("fails alone", async () => {
    const [failed, person, people] = await inRequest(() =>
      Promise.allSettled([divide(), self(), everybody()]),
    );
    expect(failed).toMatchObject({ status: "rejected", reason: { code: "22012" } });
    expect(person).toEqual({ status: "fulfilled", value: await self() });
    expect(people).toEqual({ status: "fulfilled", value: await everybody() });
  });

  it("takes nothing down that is asked later in its transaction", async () => {
    await inRequest(async () => {
      const later = readAs(sakura, async (tx) => {
        await divide().catch(() => {});
        return sqlValue(tx, z.int())`SELECT 7 AS seven`;
      });
      expect(await later).toBe(7);
    });
  });

  it("may be work of ours: nobody else of its request hears of it", async () => {
    const refuse = readAs.bind(null, sakura, () => Promise.reject(new NotFound()));
    const [refused, person] = await inRequest(() => Promise.allSettled([refuse(), self()]));
    expect(refused).toMatchObject({ reason: expect.any(NotFound) });
    expect(person.status).toBe("fulfilled");
  });
});

describe("a database that goes away", () => {
  const dying = () =>
    readAs(sakura, (tx) => sqlValue(tx, z.boolean())`SELECT pg_terminate_backend(pg_backend_pid())`);

  it("fails all that was asked with it, and is back at once", async () => {
    const answers = await inRequest(() => Promise.allSettled([dying(), self()]));
    for (const answer of answers) expect(answer).toMatchObject({ reason: expect.any(DatabaseAway) });
    await self();
  });

  it("harms nobody where the connection breaks between two statements", async () => {
    await readAs(sakura, async (tx) => {
      await breakOff(await sqlValue(tx, z.int())`SELECT pg_backend_pid() AS pid`);
    });
    await self();
  });

  const breakOff = (pid: number) =>
    readAs(hannah, (tx) => sqlValue(tx, z.boolean())`SELECT pg_terminate_backend(${pid}::int)`).then(
      () => new Promise((resolve) => setTimeout(resolve, 100)),
    );
});

describe("a transaction that only reads", () => {
  it("writes nothing, whatever is called in it", async () => {
    const write = readAs(
      sakura,
      (tx) => sqlValue(tx, z.string())`SELECT put_own_search_doc('HR', 'x', '{}')::text`,
    );
    await expect(write).rejects.toThrow("read-only transaction");
  });

  it("is closed to who is no longer in, also where they ask for nothing", async () => {
    const { account } = await signIn(database, "kosaku");
    const kosaku = { ...(await viewerOf(database, "kosaku", "aoba")), sessionId: account.sessionId };
    const nothing = () => readAs(kosaku, async () => "nothing");
    expect(await nothing()).toBe("nothing");
    await endSession(account, account.sessionId);
    const answers = await inRequest(() =>
      Promise.allSettled([nothing(), findPerson(kosaku, kosaku.memberId)]),
    );
    for (const answer of answers) expect(answer).toMatchObject({ reason: expect.any(NotFound) });
  });

  it("goes on where a release has made all functions and policies again", async () => {
    const before = [await self(), await everybody(), await listThreads(sakura)];
    await applySql(database.ownerUrl, { force: true });
    expect([await self(), await everybody(), await listThreads(sakura)]).toEqual(before);
  });
});
