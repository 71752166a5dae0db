import { expect, it } from "vitest";
import { openDirectThread } from "#lib/chat/threads.ts";
import { leaveCompany } from "#lib/leaving/leaving.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";
import { signIn, viewerOf } from "#tests/support/people.ts";
import { hear, runSidecar } from "#tests/support/sidecar.ts";

const database = openTestDatabase();
const sidecar = runSidecar(database);

it("who leaves is cut at once, there and nowhere else; everybody of that company is told that its people are others, and no name", async () => {
  const chinatsu = await signIn(database, "chinatsu");
  const viewer = await viewerOf(database, "chinatsu", "aoba");
  const sakura = await signIn(database, "sakura");
  await openDirectThread(viewer, (await viewerOf(database, "sakura", "aoba")).memberId);
  const [own, elsewhere, other, stranger] = await Promise.all([
    sidecar.connect({ token: chinatsu.token }),
    sidecar.connect({ token: chinatsu.token, company: "larkfield" }),
    sidecar.connect({ token: sakura.token }),
    sidecar.connect({ token: (await signIn(database, "hannah")).token, company: "larkfield" }),
  ]);
  const [ended, told, toldElsewhere] = [
    hear(own, "ended"),
    hear(other, "people:changed"),
    [elsewhere, stranger].map((socket) => hear(socket, "people:changed")),
  ];
  await leaveCompany(viewer);
  await eventually(() =>
    expect({ ended: ended.length, connected: own.connected }).toEqual({ ended: 1, connected: false }),
  );
  await eventually(() => expect(told).toEqual([[{ within: expect.any(Number) }]]));
  expect(elsewhere.connected).toBe(true);
  expect(toldElsewhere).toEqual([[], []]);
});
