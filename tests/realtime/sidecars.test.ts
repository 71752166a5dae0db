import { beforeAll, describe, expect, it } from "vitest";
import { isBehind, nextConversation, openConversation } from "#components/chat/state/conversation-state.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { saveChatPreferences } from "#lib/chat/preferences.ts";
import { pushOf } from "#lib/chat/push.ts";
import type { ThreadPush } from "#lib/chat/schema.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { type Named, signIn } from "#tests/support/people.ts";
import { hear, type LiveSocket, runSidecar } from "#tests/support/sidecar.ts";
import { transports } from "#tests/support/transports.ts";

const database = openTestDatabase();

type Person = { token: string; viewer: Viewer };
let sakura: Person;
let kosaku: Person;
let threadId: string;

async function enter(name: Named): Promise<Person> {
  const { token, account } = await signIn(database, name);
  return { token, viewer: await findViewer(account, "aoba") };
}

beforeAll(async () => {
  [sakura, kosaku] = [await enter("sakura"), await enter("kosaku")];
  threadId = await openDirectThread(sakura.viewer, kosaku.viewer.memberId);
  await database.asOwner("UPDATE chat_participants SET state = 'ACTIVE' WHERE thread_id = $1", [threadId]);
});

const send = (socket: LiveSocket, text: string, clientId = crypto.randomUUID()) =>
  socket.timeout(5000).emitWithAck("message:send", { threadId, clientId, text });
/** A screen that asks for nothing: what it shows of the thread since now, by the pushes and the answers that its socket gets. */
function look(socket: LiveSocket) {
  const pushes = hear(socket, "thread:changed");
  const answers: ThreadPush[] = [];
  return {
    async send(text: string): Promise<void> {
      const answer = await send(socket, text);
      if (!answer.ok) throw new Error(answer.code);
      answers.push(pushOf(answer.data));
    },
    shown() {
      const told = [...pushes.map(([push]) => push), ...answers];
      const revision = Math.min(...told.map(({ from }) => from));
      const first = Math.min(...told.flatMap(({ lines }) => lines.map(({ number }) => number)));
      const opened = { lastNumber: first - 1, revision, readNumber: 0, seen: [] };
      const state = told.reduce(
        (before, push) => nextConversation(before, { type: "pushed", push }),
        openConversation(kosaku.viewer.memberId, { lines: [], more: true }, opened),
      );
      return { texts: state.lines.map(({ text }) => text), behind: isBehind(state) };
    },
    expectEachOnce(): void {
      const revisions = pushes.flatMap(([{ lines }]) => lines.map(({ revision }) => revision));
      expect(revisions).toEqual([...new Set(revisions)].toSorted((a, b) => a - b));
    },
  };
}
const words = (pushes: ReturnType<typeof hear<"thread:changed">>) =>
  pushes.flatMap(([{ lines }]) => lines.map(({ text }) => text));
const quiet = (milliseconds = 300) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe.each(transports)("two sidecars on %s", (transport) => {
  const sidecars = runSidecar(database, { count: 2, transport, env: { MESSAGES_PER_SECOND: "1000" } });
  const both = async () => [
    await sidecars.connect({ token: sakura.token, at: 0 }),
    await sidecars.connect({ token: kosaku.token, at: 1 }),
  ];

  it("are each well, and say by what they hear", async () => {
    const wayOf = transport === "Redis" ? { database: true, redis: true } : { database: true };
    expect(await sidecars.health(0)).toEqual({ healthy: true, ...wayOf });
    expect(await sidecars.health(1)).toEqual({ healthy: true, ...wayOf });
  });

  it("tell what was sent at one at the other, and by a page at both, each once and in order", async () => {
    const [hers, his] = await both();
    if (!hers || !his) throw new Error("nobody is there");
    const screens = [look(hers), look(his)];
    const sent: string[] = [];
    for (let n = 0; n < 10; n++) {
      for (const screen of screens) {
        const text = crypto.randomUUID();
        sent.push(text);
        await screen.send(text);
      }
    }
    const text = crypto.randomUUID();
    sent.push(text);
    await sendMessage(sakura.viewer, {
      threadId,
      clientId: crypto.randomUUID(),
      text,
      mentions: [],
      files: [],
    });
    for (const screen of screens) {
      await eventually(() => expect(screen.shown()).toEqual({ texts: sent, behind: false }));
      screen.expectEachOnce();
    }
  });

  it("keep every message when both send at once", async () => {
    const [hers, his] = await both();
    if (!hers || !his) throw new Error("nobody is there");
    const screens = [look(hers), look(his)] as const;
    const texts = Array.from({ length: 60 }, () => crypto.randomUUID());
    await Promise.all(texts.map((text, n) => screens[n % 2 ? 0 : 1].send(text)));
    for (const screen of screens) {
      await eventually(() => {
        const { texts: shown, behind } = screen.shown();
        expect({ shown: shown.toSorted(), behind }).toEqual({ shown: texts.toSorted(), behind: false });
      });
      screen.expectEachOnce();
    }
    expect(screens[0].shown()).toEqual(screens[1].shown());
  });

  it("with one client id at both at once is one message and one answer", async () => {
    const [hers, other] = [
      await sidecars.connect({ token: sakura.token, at: 0 }),
      await sidecars.connect({ token: sakura.token, at: 1 }),
    ];
    const clientId = crypto.randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, n) => send(n % 2 ? hers : other, "一度", clientId)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ ok: true });
  });

  it("tell who is typing, to the other, not too often, and not to strangers", async () => {
    const [hers, his] = await both();
    const hr = await sidecars.connect({ token: (await enter("yuki")).token, at: 1 });
    if (!hers || !his) throw new Error("nobody is there");
    const [toHer, toHim, toHr] = [hers, his, hr].map((socket) => hear(socket, "thread:typing"));
    const typing = () => hers.timeout(5000).emitWithAck("thread:typing", { threadId });
    expect(await typing()).toEqual({ ok: true, data: null });
    await typing();
    await typing();
    await eventually(() => expect(toHim).toEqual([[{ threadId, memberId: sakura.viewer.memberId }]]));
    await quiet();
    expect([toHer, toHim?.length, toHr]).toEqual([[], 1, []]);
    expect(await hr.timeout(5000).emitWithAck("thread:typing", { threadId })).toEqual({
      ok: false,
      code: "not-found",
    });
  });

  it("tell read marks to one's other screens, and to the other only where both share theirs", async () => {
    const [hers, his] = await both();
    if (!hers || !his) throw new Error("nobody is there");
    const herOther = await sidecars.connect({ token: sakura.token, at: 1 });
    const own = hear(herOther, "thread:read");
    const [seen, ownSeen] = [hear(his, "thread:seen"), hear(herOther, "thread:seen")];
    const read = async () => {
      const sent = await send(his, "読んでね");
      if (!sent.ok) throw new Error(sent.code);
      const { number } = sent.data;
      await hers.timeout(5000).emitWithAck("thread:read", { threadId, number });
      await eventually(() => expect(own.at(-1)).toEqual([{ threadId, number }]));
      return { threadId, memberId: sakura.viewer.memberId, number };
    };
    const shared = await read();
    await eventually(() => expect(seen).toEqual([[shared]]));
    for (const one of [sakura, kosaku]) {
      await saveChatPreferences(one.viewer, { shareReads: false });
      await quiet();
      await read();
      await quiet();
      expect(seen).toHaveLength(1);
      await saveChatPreferences(one.viewer, { shareReads: true });
    }
    await quiet();
    const again = await read();
    await eventually(() => expect(seen).toEqual([[shared], [again]]));
    expect(ownSeen).toEqual([]);
  });

  it("lose nothing when one is killed: its browsers come back at the other", async () => {
    const [hers, his] = [
      await sidecars.connect({ token: sakura.token }),
      await sidecars.connect({ token: kosaku.token }),
    ];
    const before = await send(hers, "まえ");
    if (!before.ok) throw new Error(before.code);
    const sent: string[] = [];
    let writing = true;
    const writer = (async () => {
      while (writing) {
        const [text, clientId] = [crypto.randomUUID(), crypto.randomUUID()];
        sent.push(text);
        // Not acknowledged is said again, under the same client id.
        while (!(await send(hers, text, clientId).catch(() => null))?.ok) await quiet(50);
        await quiet(5);
      }
    })();
    await quiet(100);
    await sidecars.stop("SIGKILL", 0);
    await quiet(500);
    await sidecars.start(0);
    await sidecars.stop("SIGTERM", 1);
    await quiet(500);
    await sidecars.start(1);
    writing = false;
    await writer;
    await eventually(() => expect([hers.connected, his.connected]).toEqual([true, true]));
    const stored = await database.asOwner<{ text: string }>(
      "SELECT text FROM chat_messages WHERE thread_id = $1 AND number > $2 ORDER BY number",
      [threadId, before.data.number],
    );
    expect(stored.map(({ text }) => text)).toEqual(sent);
    const pushes = hear(his, "thread:changed");
    const last = await send(hers, "まだ聞こえます");
    await eventually(() => expect(words(pushes)).toEqual(["まだ聞こえます"]));
    expect(last).toMatchObject({ ok: true });
  });
});

describe("what nobody was told of", () => {
  const sidecar = runSidecar(database);

  it("is found within seconds: its process died between commit and telling", async () => {
    const his = await sidecar.connect({ token: kosaku.token });
    const pushes = hear(his, "thread:changed");
    const [message] = await database.asOwner<{ outcome: string }>(
      "SELECT * FROM send_messages($1, true, false)",
      [
        JSON.stringify([
          {
            company: sakura.viewer.companyId,
            member: sakura.viewer.memberId,
            session: sakura.viewer.sessionId,
            thread: threadId,
            client: crypto.randomUUID(),
            id: crypto.randomUUID(),
            text: "誰も知らない",
            folded: "",
            mentions: [],
            files: [],
          },
        ]),
      ],
    );
    expect(message?.outcome).toBe("sent");
    await eventually(() => expect(words(pushes)).toEqual(["誰も知らない"]));
    await quiet(4000);
    expect(pushes).toHaveLength(1);
  });
});
