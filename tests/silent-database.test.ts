import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { DatabaseAway } from "#lib/database-away.ts";
import { callOnce, withScope } from "#lib/db.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { SilentProxy } from "#tests/support/silent-proxy.ts";

const database = openTestDatabase({ pool: 2 });
let network: SilentProxy;

beforeAll(async () => {
  const url = new URL(database.ownerUrl);
  network = await SilentProxy.before(Number(url.port));
  url.port = new URL(network.url).port;
  process.env.EMBEDDED_DATABASE_URL = url.href;
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => network.close());

const ask = () => withScope({}, (tx) => tx.$queryRaw`SELECT 1 AS one`);
const call = () => callOnce("one", "SELECT 1 AS one", []);
/** What becomes of it, once it does. */
function watch(work: Promise<unknown>) {
  const watched: { outcome?: unknown } = {};
  work.then(
    () => Object.assign(watched, { outcome: "done" }),
    (error: unknown) => Object.assign(watched, { outcome: error }),
  );
  return watched;
}

test("a database host that falls silent holds no connection for longer than half a minute; the next is asked again", async () => {
  await Promise.all([ask(), ask(), call()]);
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  let goOn = () => {};
  const silent = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const begun = withScope({}, async (tx) => {
    await tx.$queryRaw`SELECT 1 AS one`;
    network.fallSilent("never");
    goOn();
    await tx.$queryRaw`SELECT 2 AS two`;
  });
  const asked = [watch(begun)];
  await silent;
  asked.push(watch(ask()), watch(call()));
  for (let second = 0; second < 40; second++) {
    await vi.advanceTimersByTimeAsync(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  for (const { outcome } of asked) expect(outcome).toBeInstanceOf(DatabaseAway);
  vi.useRealTimers();
  network.heal();
  await Promise.all([ask(), ask(), ask(), call()]);
});
