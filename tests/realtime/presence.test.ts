import { beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "#lib/auth/schema.ts";
import { createSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { blockMember, unblockMember } from "#lib/chat/blocks.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { saveChatPreferences } from "#lib/chat/preferences.ts";
import { answerRequest } from "#lib/chat/requests.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { writeLimit } from "#lib/people/limits.ts";
import { saveVisibility } from "#lib/people/own-profile.ts";
import { strangersOf } from "#tests/chat/strangers.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { type Named, signIn } from "#tests/support/people.ts";
import { hear, type LiveSocket, runSidecar } from "#tests/support/sidecar.ts";
import { transports } from "#tests/support/transports.ts";

const database = openTestDatabase();

type Person = { token: string; viewer: Viewer };
const people = new Map<Named, Person>();

beforeAll(async () => {
  for (const name of ["sakura", "kosaku", "yuki"] as const) {
    const { token, account } = await signIn(database, name);
    people.set(name, { token, viewer: await findViewer(account, "aoba") });
  }
});

function person(name: Named): Person {
  const found = people.get(name);
  if (!found) throw new Error(`${name} is not signed in`);
  return found;
}
const idOf = (name: Named) => person(name).viewer.memberId;
const quiet = (milliseconds = 400) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function watch(socket: LiveSocket, ...memberIds: string[]): Promise<string[]> {
  const answer = await socket.timeout(5000).emitWithAck("presence:watch", { memberIds });
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.online;
}

describe.each(transports)("who is here, on %s", (transport) => {
  const sidecars = runSidecar(database, { count: 2, transport });
  const connect = (name: Named, at?: number) =>
    sidecars.connect({ token: person(name).token, ...(at === undefined ? {} : { at }) });

  it("is known at every sidecar, and told to those who watch", async () => {
    const his = await connect("kosaku", 0);
    const hers = await connect("sakura", 1);
    const [told, unasked] = [hear(his, "presence"), hear(hers, "presence")];
    await quiet();
    expect(await watch(his, idOf("sakura"), idOf("yuki"))).toEqual([idOf("sakura")]);
    const hr = await connect("yuki", 1);
    await eventually(() => expect(told).toEqual([[{ memberId: idOf("yuki"), online: true }]]));
    // A page that is loaded again is neither a going nor a coming.
    hr.disconnect();
    const back = await connect("yuki", 0);
    await quiet(5500);
    expect(told).toHaveLength(1);
    back.disconnect();
    await eventually(() => expect(told.at(-1)).toEqual([{ memberId: idOf("yuki"), online: false }]));
    expect(told).toHaveLength(2);
    expect(unasked).toEqual([]);
    for (const socket of [his, hers]) socket.disconnect();
  });

  it("follows at once who finds whom, and whose years are shown", async () => {
    const [his, hers] = [await connect("kosaku", 0), await connect("sakura", 1)];
    await quiet();
    // They worked here at one time, and share no conversation.
    const pair = [idOf("kosaku"), idOf("sakura")];
    await database.asOwner(
      "DELETE FROM chat_participants p USING chat_participants q WHERE p.thread_id = q.thread_id AND p.member_id = $1 AND q.member_id = $2",
      pair,
    );
    await database.asOwner(
      "UPDATE profiles SET joined_on = '2000-01-01', left_on = NULL, tenure_audience = 'EVERYONE' WHERE member_id = ANY ($1)",
      [pair],
    );
    await quiet();
    expect(await watch(his, idOf("sakura"))).toEqual([idOf("sakura")]);
    const told = hear(his, "presence");
    const becomes = (online: boolean) =>
      eventually(() => expect(told.at(-1)).toEqual([{ memberId: idOf("sakura"), online }]));
    await saveVisibility(person("sakura").viewer, { audiences: { tenure: "NOBODY" } });
    await becomes(false);
    await saveVisibility(person("sakura").viewer, { audiences: { tenure: "EVERYONE" } });
    await becomes(true);
    // The company closes them.
    const { viewer: hr } = person("yuki");
    await writeLimit(hr, { field: "tenure", before: "EVERYONE", after: "HR" });
    await becomes(false);
    await writeLimit(hr, { field: "tenure", before: "HR", after: "EVERYONE" });
    await becomes(true);
    await saveVisibility(person("sakura").viewer, { unlisted: true });
    await becomes(false);
    await saveVisibility(person("sakura").viewer, { unlisted: false });
    await becomes(true);
    for (const socket of [his, hers]) socket.disconnect();
  });

  it("is no longer told of those whom one asked about before", async () => {
    const his = await connect("kosaku", 0);
    const told = hear(his, "presence");
    await watch(his, idOf("yuki"));
    await watch(his, idOf("kosaku"));
    (await connect("yuki", 1)).disconnect();
    await quiet();
    expect(told).toEqual([]);
    his.disconnect();
  });

  it("is not seen of anyone who hides it, and nobody by them; both change at once", async () => {
    const [his, hers] = [await connect("kosaku", 0), await connect("sakura", 1)];
    await quiet();
    expect(await watch(his, idOf("sakura"))).toEqual([idOf("sakura")]);
    expect(await watch(hers, idOf("kosaku"))).toEqual([idOf("kosaku")]);
    const [toHim, toHer] = [hear(his, "presence"), hear(hers, "presence")];
    await saveChatPreferences(person("sakura").viewer, { showOnline: false });
    await eventually(() => expect(toHim).toEqual([[{ memberId: idOf("sakura"), online: false }]]));
    await eventually(() => expect(toHer).toEqual([[{ memberId: idOf("kosaku"), online: false }]]));
    expect(await watch(hers, idOf("kosaku"))).toEqual([]);
    expect(await watch(his, idOf("sakura"))).toEqual([]);
    const more = await connect("sakura", 0);
    await quiet();
    expect([toHim.length, toHer.length]).toEqual([1, 1]);
    await saveChatPreferences(person("sakura").viewer, { showOnline: true });
    await eventually(() => expect(toHim.at(-1)).toEqual([{ memberId: idOf("sakura"), online: true }]));
    await eventually(() => expect(toHer.at(-1)).toEqual([{ memberId: idOf("kosaku"), online: true }]));
    for (const socket of [his, hers, more]) socket.disconnect();
  });

  it("is not seen across a block, in either direction, from the moment of it", async () => {
    const [his, hers] = [await connect("kosaku", 0), await connect("sakura", 1)];
    await quiet();
    await watch(his, idOf("sakura"));
    await watch(hers, idOf("kosaku"));
    const [toHim, toHer] = [hear(his, "presence"), hear(hers, "presence")];
    await blockMember(person("sakura").viewer, idOf("kosaku"));
    await eventually(() => expect(toHim).toEqual([[{ memberId: idOf("sakura"), online: false }]]));
    await eventually(() => expect(toHer).toEqual([[{ memberId: idOf("kosaku"), online: false }]]));
    expect(await watch(his, idOf("sakura"))).toEqual([]);
    expect(await watch(hers, idOf("kosaku"))).toEqual([]);
    await unblockMember(person("sakura").viewer, idOf("kosaku"));
    await quiet();
    expect(await watch(his, idOf("sakura"))).toEqual([idOf("sakura")]);
    for (const socket of [his, hers]) socket.disconnect();
  });

  it("is not seen by a stranger before the other has agreed to talk, and seen by both at once then", async () => {
    const { viewer } = person("sakura");
    const [stranger] = await strangersOf(database, viewer, 1);
    if (!stranger) throw new Error("everybody is acquainted");
    const token = await createSession(stranger.userId, "tests");
    const [theirs, hers] = [await sidecars.connect({ token, at: 0 }), await connect("sakura", 1)];
    await quiet();
    expect(await watch(theirs, idOf("sakura"))).toEqual([]);
    const threadId = await openDirectThread(stranger, idOf("sakura"));
    const words = { text: "はじめまして", mentions: [], files: [] };
    await sendMessage(stranger, { threadId, clientId: crypto.randomUUID(), ...words });
    await quiet();
    expect(await watch(theirs, idOf("sakura"))).toEqual([]);
    expect(await watch(hers, stranger.memberId)).toEqual([]);
    const [toThem, toHer] = [hear(theirs, "presence"), hear(hers, "presence")];
    await answerRequest(viewer, threadId, true);
    await eventually(() => expect(toThem.at(-1)).toEqual([{ memberId: idOf("sakura"), online: true }]));
    await eventually(() => expect(toHer.at(-1)).toEqual([{ memberId: stranger.memberId, online: true }]));
    for (const socket of [theirs, hers]) socket.disconnect();
  });

  it("tells nobody by a stir that they were declined", async () => {
    const { viewer } = person("sakura");
    const [stranger] = await strangersOf(database, viewer, 1);
    if (!stranger) throw new Error("everybody is acquainted");
    const token = await createSession(stranger.userId, "tests");
    const [theirs, hers] = [await sidecars.connect({ token, at: 0 }), await connect("sakura", 1)];
    const threadId = await openDirectThread(stranger, idOf("sakura"));
    const words = { text: "はじめまして", mentions: [], files: [] };
    const sent = hear(theirs, "thread:changed");
    await sendMessage(stranger, { threadId, clientId: crypto.randomUUID(), ...words });
    // What is pushed may be pushed twice.
    await eventually(() => expect(sent).not.toHaveLength(0));
    await watch(theirs, idOf("sakura"), stranger.memberId);
    await quiet();
    const told = [hear(theirs, "presence"), hear(theirs, "thread:changed"), hear(theirs, "threads:changed")];
    await answerRequest(viewer, threadId, false);
    await quiet(800);
    expect(told).toEqual([[], [], []]);
    for (const socket of [theirs, hers]) socket.disconnect();
  });

  it("of a list and of what changes meanwhile tells what holds in the end", async () => {
    const [his, hers] = [await connect("kosaku", 0), await connect("sakura", 1)];
    await quiet();
    const told = hear(his, "presence");
    const asked = [watch(his, idOf("yuki")), watch(his, idOf("sakura"))];
    await saveChatPreferences(person("kosaku").viewer, { shareReads: false });
    expect((await Promise.all(asked)).at(-1)).toEqual([idOf("sakura")]);
    await saveChatPreferences(person("kosaku").viewer, { shareReads: true });
    await quiet();
    expect(told.filter(([{ online }]) => !online)).toEqual([]);
    expect(await watch(his, idOf("sakura"))).toEqual([idOf("sakura")]);
    for (const socket of [his, hers]) socket.disconnect();
  });

  it("is not seen from another company", async () => {
    const hers = await connect("sakura", 0);
    const { token } = await signIn(database, "hannah");
    const outside = await sidecars.connect({ token, company: "larkfield", at: 0 });
    const told = hear(outside, "presence");
    expect(await watch(outside, idOf("sakura"))).toEqual([]);
    hers.disconnect();
    (await connect("sakura", 0)).disconnect();
    await quiet();
    expect(told).toEqual([]);
  });

  it("is learnt by a sidecar that starts, and a sidecar that stops takes its people along", async () => {
    const [his, hers] = [await connect("kosaku", 0), await connect("sakura", 1)];
    await sidecars.restart("SIGTERM", 0);
    await eventually(() => expect(his.connected).toBe(true));
    await quiet();
    expect(await watch(his, idOf("sakura"))).toEqual([idOf("sakura")]);
    const told = hear(his, "presence");
    await sidecars.stop("SIGTERM", 1);
    await eventually(() => expect(told).toEqual([[{ memberId: idOf("sakura"), online: false }]]));
    hers.disconnect();
    await sidecars.start(1);
  });
});
