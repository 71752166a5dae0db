import { describe, expect, it } from "vitest";
import { writeThrough } from "#tests/soak/chaos.ts";
import { hangBeforeCommit } from "#tests/soak/hang.ts";
import { repeat } from "#tests/soak/repeats.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { broken } from "#tests/support/findings.ts";
import { runTwoSidecars, transports } from "#tests/support/transports.ts";

const database = openTestDatabase();
const place = { ask: database.asOwner, company: "aoba" };

// The long forms of these are `npm run soak`.
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
      patience: 40_000,
      harm: async () => harms[turn++]?.(),
    });
    expect(broken(findings)).toEqual([]);
  }, 90_000);

  it("make one message, and one answer, of a client id that is said a hundred times, and again after a restart", async () => {
    expect(broken(await repeat({ ...place, sidecars: sidecars(), times: 100 }))).toEqual([]);
  }, 60_000);

  it("show anyone who waited for a transaction that hung before its commit all of it, in order", async () => {
    const [{ url }] = sidecars();
    expect(broken(await hangBeforeCommit({ ...place, ownerUrl: database.ownerUrl, url }))).toEqual([]);
  }, 40_000);
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
