import { describe, expect, it } from "vitest";
import { burst } from "#tests/soak/burst.ts";
import { writeThrough } from "#tests/soak/chaos.ts";
import { hangBeforeCommit } from "#tests/soak/hang.ts";
import { fallSilent } from "#tests/soak/partition.ts";
import { repeat } from "#tests/soak/repeats.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { broken } from "#tests/support/findings.ts";
import { runTwoSidecars, transports } from "#tests/support/transports.ts";

const database = openTestDatabase();
const place = { ask: database.asOwner, company: "aoba" };
// One of them by each transport; the soak has all.
const silences = { NOTIFY: "late", Redis: "cut" } as const;

// The long forms of these, and what a thousand sockets do that are cut at once, are `npm run soak`.
describe.each(transports)("two sidecars that tell each other by %s", (transport) => {
  const sidecars = runTwoSidecars(transport);

  it("lose, double and reorder nothing while they and their database connections are killed", async () => {
    const [first, second] = sidecars();
    const harms = [() => kill(first), cutDatabase, () => kill(second), cutDatabase];
    let turn = 0;
    const findings = await writeThrough({
      ...place,
      urls: [first.url, second.url],
      writers: 4,
      each: 25,
      every: 120,
      threads: 3,
      readers: 1,
      harmEvery: 500,
      timeoutMs: 40_000,
      harm: async () => harms[turn++]?.(),
    });
    expect(broken(findings)).toEqual([]);
  });

  it("make one message, and one answer, of a client id that is said a hundred times, and again after a restart", async () => {
    expect(broken(await repeat({ ...place, sidecars: sidecars(), times: 100 }))).toEqual([]);
  });

  it("bring a burst into a group of a hundred to each member, each message once", async () => {
    const urls = sidecars().map(({ url }) => url);
    expect(broken(await burst({ ...place, urls, members: 100, messages: 100 }))).toEqual([]);
  });

  it("show every screen the same within five seconds after a network that fell silent has healed", async () => {
    const [{ port }] = sidecars();
    const silence = silences[transport];
    expect(broken(await fallSilent({ ...place, port, silence, lasting: 2_500 }))).toEqual([]);
  });

  it("show anyone who waited for a transaction that hung before its commit all of it, in order", async () => {
    const [{ url }] = sidecars();
    expect(broken(await hangBeforeCommit({ ...place, ownerUrl: database.ownerUrl, url }))).toEqual([]);
  });
});

async function kill(sidecar: ReturnType<ReturnType<typeof runTwoSidecars>>[0]): Promise<void> {
  await sidecar.stop("SIGKILL");
  await sidecar.start();
}

async function cutDatabase(): Promise<void> {
  const cut = await database.asApp(
    {},
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()",
  );
  expect(cut.length).toBeGreaterThan(0);
}
