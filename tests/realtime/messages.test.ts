import { beforeAll, describe, expect, it } from "vitest";
import { sendBySocket } from "#components/chat/frame/send-by-socket.ts";
import type { Account, Viewer } from "#lib/auth/schema.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { deleteMessage, editMessage } from "#lib/chat/changes.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { pushOf } from "#lib/chat/push.ts";
import type { ThreadChanges, ThreadPush } from "#lib/chat/schema.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import type { ActionResult } from "#lib/results.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { signIn } from "#tests/support/people.ts";
import { hear, type LiveSocket, runSidecar, settled } from "#tests/support/sidecar.ts";

const database = openTestDatabase();
const sidecar = runSidecar(database);
let sakura: { account: Account; token: string; viewer: Viewer };
let kosaku: typeof sakura;
let threadId: string;

beforeAll(async () => {
  const [hers, his] = [await signIn(database, "sakura"), await signIn(database, "kosaku")];
  sakura = { ...hers, viewer: await findViewer(hers.account, "aoba") };
  kosaku = { ...his, viewer: await findViewer(his.account, "aoba") };
  threadId = await openDirectThread(sakura.viewer, kosaku.viewer.memberId);
});

const send = (socket: LiveSocket, text: string, clientId = crypto.randomUUID()) =>
  socket.timeout(5000).emitWithAck("message:send", { threadId, clientId, text });
const write = (text: string) =>
  sendMessage(sakura.viewer, { threadId, clientId: crypto.randomUUID(), text, mentions: [], files: [] });
const sync = (socket: LiveSocket, after: number): Promise<ActionResult<ThreadChanges>> =>
  socket.timeout(5000).emitWithAck("thread:sync", { threadId, after });

describe("a message", () => {
  it("is acknowledged once it is committed, and pushed to every other socket, also of her who wrote", async () => {
    const [hers, herOther, his] = [
      await sidecar.connect({ token: sakura.token }),
      await sidecar.connect({ token: sakura.token }),
      await sidecar.connect({ token: kosaku.token }),
    ];
    const heard = [hers, herOther, his].map((socket) => hear(socket, "thread:changed"));
    const answer = await send(hers, "こんにちは\n二行目");
    if (!answer.ok) throw new Error(answer.code);
    const { id, number, revision } = answer.data;
    const rows = await database.asOwner("SELECT number, revision FROM chat_messages WHERE id = $1", [id]);
    expect(rows).toEqual([{ number, revision }]);
    const push = { threadId, from: revision - 1, to: revision, lines: [answer.data] };
    expect(pushOf(answer.data)).toEqual(push);
    await eventually(() => expect(heard).toEqual([[], [[push]], [[push]]]));
  });

  it("leaves no gap on any screen while several write at once, the answers taken as pushes", async () => {
    const sockets = [
      await sidecar.connect({ token: sakura.token }),
      await sidecar.connect({ token: sakura.token }),
      await sidecar.connect({ token: kosaku.token }),
    ];
    const gaps: ThreadPush[] = [];
    const told = sockets.map((socket) => {
      const revisions = new Set<number>();
      let at: number | undefined;
      const take = (push: ThreadPush) => {
        if (push.from > (at ?? push.from)) gaps.push(push);
        at = Math.max(at ?? 0, push.to);
        for (const { revision } of push.lines) revisions.add(revision);
      };
      socket.on("thread:changed", take);
      return { socket, take, revisions };
    });
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => `${n}`).flatMap((text) =>
        told.map(({ socket, take }) =>
          sendBySocket(
            socket,
            { threadId, clientId: crypto.randomUUID(), text, mentions: [], files: [] },
            take,
          ),
        ),
      ),
    );
    const sent = answers.map((answer) => (answer.ok ? answer.data.revision : answer.code));
    await eventually(() => {
      for (const { revisions } of told) expect(revisions).toEqual(new Set(sent));
    });
    expect(gaps).toEqual([]);
  });

  it("with one client id from two sockets at once is one message and one answer", async () => {
    const sockets = [
      await sidecar.connect({ token: sakura.token }),
      await sidecar.connect({ token: sakura.token }),
    ];
    const clientId = crypto.randomUUID();
    const answers = await Promise.all(
      [...sockets, ...sockets].map((socket) => send(socket, "一度", clientId)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it("that came while a browser was away is there on its return, once and in order", async () => {
    const his = await sidecar.connect({ token: kosaku.token });
    const known = await sync(his, 0);
    if (!known.ok) throw new Error(known.code);
    const last = known.data.lines.at(-1)?.number ?? 0;
    his.disconnect();
    for (const text of ["一", "二", "三"]) await write(text);
    const back = await sidecar.connect({ token: kosaku.token });
    const missed = await sync(back, known.data.revision);
    if (!missed.ok) throw new Error(missed.code);
    expect(missed.data.lines.map(({ number, text }) => [number, text])).toEqual([
      [last + 1, "一"],
      [last + 2, "二"],
      [last + 3, "三"],
    ]);
  });

  it("is pushed again after the sidecar was killed, with no page reloaded", async () => {
    const his = await sidecar.connect({ token: kosaku.token });
    const pushes = hear(his, "thread:changed");
    await sidecar.restart("SIGKILL");
    await eventually(() => expect(his.connected).toBe(true));
    await settled(his);
    const line = await write("また会えた");
    await eventually(() => expect(pushes.flatMap(([{ lines }]) => lines)).toEqual([line]));
  });

  it("that is changed is pushed as it is now", async () => {
    const his = await sidecar.connect({ token: kosaku.token });
    const line = await write("いちど書いた");
    const pushes = hear(his, "thread:changed");
    await editMessage(sakura.viewer, { threadId, number: line.number, text: "書きなおした", mentions: [] });
    await deleteMessage(sakura.viewer, { threadId, number: line.number });
    await eventually(() => expect(pushes.at(-1)?.[0].lines[0]).toMatchObject({ deleted: true, text: "" }));
    expect(pushes.flatMap(([{ lines }]) => lines.map(({ number }) => number))).toContain(line.number);
  });

  it("is asked for again when the sidecar lost the database for a while", async () => {
    const his = await sidecar.connect({ token: kosaku.token });
    const synced = hear(his, "sync");
    const cut = await database.asApp(
      {},
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'okaeri sidecar listens'",
    );
    expect(cut).toHaveLength(1);
    await eventually(() => expect(synced).toHaveLength(1));
    expect(his.connected).toBe(true);
  });
});

describe("what is no message", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["an array", [1, 2]],
    ["a text", "hello"],
    ["an object with other keys", { a: 1 }],
    ["__proto__", JSON.parse('{"__proto__": {"threadId": "x"}}')],
    ["a thread id that is none", { threadId: "1 OR 1=1", clientId: crypto.randomUUID(), text: "x" }],
    [
      "an object for a text",
      { threadId: crypto.randomUUID(), clientId: crypto.randomUUID(), text: { toString: "x" } },
    ],
  ])("(%s) is refused, and the socket lives on", async (_, payload) => {
    const socket = await sidecar.connect({ token: sakura.token });
    const answer = await Reflect.apply(socket.timeout(5000).emitWithAck, socket.timeout(5000), [
      "message:send",
      payload,
    ]);
    expect(answer).toMatchObject({ ok: false, code: "invalid" });
    expect(await socket.timeout(5000).emitWithAck("unread:count", null)).toMatchObject({ ok: true });
  });

  it("(far too large) ends that socket alone", async () => {
    const [loud, quiet] = [
      await sidecar.connect({ token: sakura.token }),
      await sidecar.connect({ token: kosaku.token }),
    ];
    const left = new Promise((resolve) => loud.once("disconnect", resolve));
    loud.emit(
      "message:send",
      { threadId, clientId: crypto.randomUUID(), text: "あ".repeat(100_000) },
      () => {},
    );
    await left;
    expect(await quiet.timeout(5000).emitWithAck("unread:count", null)).toMatchObject({ ok: true });
  });

  it("(an event of no name, or without an answer to give) is passed over", async () => {
    const socket = await sidecar.connect({ token: sakura.token });
    Reflect.apply(socket.emit, socket, ["no-such-event", 1]);
    Reflect.apply(socket.emit, socket, ["message:send", { threadId }]);
    expect(await socket.timeout(5000).emitWithAck("unread:count", null)).toMatchObject({ ok: true });
  });
});

describe("a flood", () => {
  it("is refused by person, not by socket, and troubles nobody else", async () => {
    const yuki = await signIn(database, "yuki");
    const viewer = await findViewer(yuki.account, "aoba");
    const own = await openDirectThread(viewer, sakura.viewer.memberId);
    const sockets = [
      await sidecar.connect({ token: yuki.token }),
      await sidecar.connect({ token: yuki.token }),
    ];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        sockets[index % 2]
          ?.timeout(10_000)
          .emitWithAck("message:send", { threadId: own, clientId: crypto.randomUUID(), text: "!" }),
      ),
    );
    const refused = answers.filter((answer) => !answer?.ok);
    expect(refused.length).toBeGreaterThanOrEqual(20);
    expect(new Set(refused.map((answer) => answer && !answer.ok && answer.code))).toEqual(
      new Set(["too-many"]),
    );
    const his = await sidecar.connect({ token: kosaku.token });
    expect(await send(his, "ご無事です")).toMatchObject({ ok: true });
  });
});

describe("another's thread", () => {
  it("answers each command with the same refusal", async () => {
    const yuki = await signIn(database, "chinatsu");
    const socket = await sidecar.connect({ token: yuki.token });
    const answers = [
      await send(socket, "わたしも入れて"),
      await sync(socket, 0),
      await socket.timeout(5000).emitWithAck("thread:read", { threadId, number: 1 }),
    ];
    expect(answers).toEqual([1, 2, 3].map(() => ({ ok: false, code: "not-found" })));
  });
});
