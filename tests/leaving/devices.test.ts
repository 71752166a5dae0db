// What a device keeps of members who are none any more: whom it may ask about, and what it removes then.
import { afterEach, describe, expect, it, vi } from "vitest";
import { POST } from "#app/api/memberships/ended/route.ts";
import { forgetEnded } from "#components/live/forget-ended.ts";
import { deviceKey, findEnded } from "#lib/leaving/devices.ts";
import { leaveCompany } from "#lib/leaving/leaving.ts";
import { stopToken } from "#lib/notifications/stopping.ts";
import { deviceOf } from "#tests/chat-ui/device.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

// Only Next has a request to read; nobody needs to be signed in here.
vi.mock("#lib/auth/requests.ts", () => ({ requireOwnOrigin: async () => {}, findAccount: async () => null }));

const database = openTestDatabase();

afterEach(() => vi.unstubAllGlobals());

describe("a device", () => {
  it("is told of a membership that has ended, and of no other: not of who is suspended, by a forged key or one to something else", async () => {
    const chinatsu = await viewerOf(database, "chinatsu", "aoba");
    const kosaku = await viewerOf(database, "kosaku", "aoba");
    const keys = [deviceKey(chinatsu), deviceKey(kosaku)];
    expect(await findEnded(keys)).toEqual([]);
    await database.asOwner("UPDATE members SET status = 'SUSPENDED' WHERE id = $1", [kosaku.memberId]);
    await leaveCompany(chinatsu);
    expect(await findEnded(keys)).toEqual([chinatsu.memberId]);
    expect(await findEnded([stopToken(chinatsu), `${deviceKey(chinatsu)}x`, chinatsu.memberId, ""])).toEqual(
      [],
    );
    await database.asOwner("UPDATE members SET status = 'ACTIVE' WHERE id = $1", [kosaku.memberId]);
  });

  it("forgets all that it keeps of who has left, and keeps what is of others", async () => {
    const [sakura, hannah] = [
      await viewerOf(database, "sakura", "aoba"),
      await viewerOf(database, "hannah", "larkfield"),
    ];
    await leaveCompany(hannah);
    const own = `okaeri:${sakura.memberId}:`;
    const gone = `okaeri:${hannah.memberId}:`;
    const others = {
      "okaeri-look": "ja system",
      [`${own}key`]: deviceKey(sakura),
      [`${own}thread:draft`]: "まだ",
    };
    const device = deviceOf({
      ...others,
      [`${gone}key`]: deviceKey(hannah),
      [`${gone}profile:work`]: "{}",
      [`${gone}thread:line:1`]: "{}",
    });
    const tab = deviceOf({ [`${gone}thread:begun`]: "[]" });
    vi.stubGlobal("fetch", (address: string, options: RequestInit) =>
      POST(new Request(`http://localhost${address}`, options)),
    );
    await forgetEnded(device, tab);
    expect(Object.keys(device)).toEqual([...Object.keys(others), `${gone}key`]);
    expect({ ...tab }).toEqual({});
    // What another tab put down meanwhile goes the next time.
    device.setItem(`${gone}thread:draft`, "");
    for (let times = 0; times < 2; times++) await forgetEnded(device, tab);
    expect({ ...device }).toEqual(others);
  });

  it("asks nobody where it keeps nothing, and forgets nothing where it gets no answer", async () => {
    const ask = vi.fn(async () => new Response("", { status: 500 }));
    vi.stubGlobal("fetch", ask);
    await forgetEnded(deviceOf({ "okaeri-look": "ja" }), undefined);
    expect(ask).not.toHaveBeenCalled();
    const { memberId } = await viewerOf(database, "sakura", "aoba");
    const entries = { [`okaeri:${memberId}:key`]: "x", [`okaeri:${memberId}:thread:draft`]: "まだ" };
    const device = deviceOf(entries);
    await forgetEnded(device, undefined);
    expect({ ...device }).toEqual(entries);
  });

  it("is refused what no device of ours asks", async () => {
    const ask = (body: string) => POST(new Request("http://localhost/", { method: "POST", body }));
    for (const body of ["", "{}", JSON.stringify({ keys: Array.from({ length: 21 }, () => "x") })])
      expect((await ask(body)).status).toBe(422);
  });
});
