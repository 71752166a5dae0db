import { beforeAll, describe, expect, it } from "vitest";
import { endOtherSessions, endSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { sendMessage } from "#lib/chat/messages.ts";
import { openDirectThread } from "#lib/chat/threads.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { memberIdOf, signIn, viewerOf } from "#tests/support/people.ts";
import { hear, runSidecar } from "#tests/support/sidecar.ts";

const database = openTestDatabase();
const sidecar = runSidecar(database);
let token: string;

beforeAll(async () => {
  token = (await signIn(database, "sakura")).token;
});

async function refusal(handshake: Parameters<typeof sidecar.knock>[0]): Promise<string> {
  const socket = sidecar.knock(handshake);
  const error = await new Promise<Error>((resolve, reject) => {
    socket.once("connect_error", resolve);
    socket.once("connect", () => reject(new Error("was let in")));
  });
  socket.disconnect();
  return error.message;
}

describe("the handshake", () => {
  it("lets a member in", async () => {
    expect((await sidecar.connect({ token })).connected).toBe(true);
  });

  it("refuses, with one answer, anyone who is no active member of the company named", async () => {
    const suspended = (await signIn(database, "tsuyoshi")).token;
    const invited = (await signIn(database, "shiori")).token;
    const over = await signIn(database, "yuki");
    await endSession(over.account, over.account.sessionId);
    const answers = await Promise.all([
      refusal({}),
      refusal({ token: "no-such-token" }),
      // A value goes on after an equals sign.
      refusal({ token: `${token}=` }),
      refusal({ token: over.token }),
      refusal({ token: suspended }),
      refusal({ token: invited }),
      refusal({ token, company: "larkfield" }),
      refusal({ token, company: "nowhere" }),
      refusal({ token, company: ["aoba"] }),
      refusal({ token, company: { toString: "aoba" } }),
    ]);
    expect(new Set(answers)).toEqual(new Set(["not-found"]));
  });

  it("refuses pages of another origin, and what is no page", async () => {
    expect(await refusal({ token, origin: "https://evil.example" })).toBe("websocket error");
    expect(await refusal({ token, origin: "http://localhost:3000.evil.example" })).toBe("websocket error");
    expect(await refusal({ token, origin: null })).toBe("websocket error");
  });
});

describe("what is pushed", () => {
  it("reaches the two of a conversation, and neither HR nor another company nor their other company", async () => {
    const chinatsu = await signIn(database, "chinatsu");
    const sakura = await viewerOf(database, "sakura", "aoba");
    const [yuki, hannah] = [await signIn(database, "yuki"), await signIn(database, "hannah")];
    const sockets = {
      sakura: await sidecar.connect({ token }),
      chinatsu: await sidecar.connect({ token: chinatsu.token }),
      chinatsuElsewhere: await sidecar.connect({ token: chinatsu.token, company: "larkfield" }),
      hr: await sidecar.connect({ token: yuki.token }),
      otherCompany: await sidecar.connect({ token: hannah.token, company: "larkfield" }),
    };
    const heard = Object.entries(sockets).map(([who, socket]) => ({
      who,
      pushes: hear(socket, "thread:changed"),
    }));
    const threadId = await openDirectThread(sakura, (await findViewer(chinatsu.account, "aoba")).memberId);
    const sent = await sendMessage(sakura, {
      threadId,
      clientId: crypto.randomUUID(),
      text: "お久しぶりです",
      mentions: [],
      files: [],
    });
    const told = () =>
      heard.map(({ who, pushes }) => ({ who, lines: pushes.flatMap(([{ lines }]) => lines) }));
    const both = [
      { who: "sakura", lines: [sent] },
      { who: "chinatsu", lines: [sent] },
    ];
    const nobody = ["chinatsuElsewhere", "hr", "otherCompany"].map((who) => ({ who, lines: [] }));
    await eventually(() => expect(told().slice(0, 2)).toEqual(both));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(told()).toEqual([...both, ...nobody]);
  });
});

describe("a socket is cut", () => {
  const signedIn = async () => {
    const { account, token: own } = await signIn(database, "kosaku");
    const socket = await sidecar.connect({ token: own });
    return { account, socket, ended: hear(socket, "ended") };
  };
  const cutWithinASecond = ({
    socket,
    ended,
  }: Pick<Awaited<ReturnType<typeof signedIn>>, "socket" | "ended">) =>
    eventually(() =>
      expect({ ended: ended.length, connected: socket.connected }).toEqual({ ended: 1, connected: false }),
    );

  it("when its session ends, and only then", async () => {
    const [leaving, staying] = [await signedIn(), await signedIn()];
    await endSession(leaving.account, leaving.account.sessionId);
    await cutWithinASecond(leaving);
    expect(staying.socket.connected).toBe(true);
  });

  it("when its account ends all other sessions", async () => {
    const [other, own] = [await signedIn(), await signedIn()];
    await endOtherSessions(own.account);
    await cutWithinASecond(other);
    expect(own.socket.connected).toBe(true);
  });

  it.each([
    "UPDATE members SET status = 'SUSPENDED' WHERE id = $1",
    "UPDATE members SET role = 'HR_ADMIN' WHERE id = $1",
  ])("when the database says: %s", async (change) => {
    const memberId = await memberIdOf(database, "kosaku", "aoba");
    const present = await signedIn();
    await database.asOwner(change, [memberId]);
    await cutWithinASecond(present);
    await database.asOwner("UPDATE members SET status = 'ACTIVE', role = 'MEMBER' WHERE id = $1", [memberId]);
  });

  it("when its company is suspended", async () => {
    const hannah = await signIn(database, "hannah");
    const socket = await sidecar.connect({ token: hannah.token, company: "larkfield" });
    const [ended, others] = [hear(socket, "ended"), await signedIn()];
    await database.asOwner("UPDATE companies SET status = 'SUSPENDED' WHERE slug = 'larkfield'");
    await cutWithinASecond({ socket, ended });
    expect(others.socket.connected).toBe(true);
    await database.asOwner("UPDATE companies SET status = 'ACTIVE' WHERE slug = 'larkfield'");
  });
});
