import { afterEach, expect, test, vi } from "vitest";
import { findFreePort } from "#lib/launch/ports.ts";
import { identify } from "#lib/launch/process-identity.ts";
import { type Part, Supervisor } from "#lib/launch/supervisor.ts";
import { eventually } from "#tests/support/eventually.ts";

const never = new AbortController().signal;
const healthy = `require("node:http").createServer((_, response) => response.end(String(process.pid))).listen(port);`;
let supervisor = new Supervisor();
afterEach(() => supervisor.stop());

test("parts are started, found healthy and ended", async () => {
  const part = await partOf(healthy);
  supervisor = new Supervisor();
  await supervisor.start([part], never);
  const pid = await pidOf(part);
  await supervisor.stop();
  expect(identify(pid)).toBeNull();
});

test("a part that dies is started again", async () => {
  const told = vi.spyOn(console, "log").mockImplementation(() => {});
  const part = await partOf(healthy);
  supervisor = new Supervisor();
  await supervisor.start([part], never);
  const pid = await pidOf(part);
  process.kill(pid, "SIGKILL");
  await eventually(async () => expect(await pidOf(part)).not.toBe(pid));
  expect(told.mock.calls.flat().join("\n")).toMatch(
    /The sample process was killed by SIGKILL\.\nStarting it again in 1 s\./,
  );
});

test("a part that dies while it starts fails the start, with its last lines", async () => {
  supervisor = new Supervisor();
  const starting = supervisor.start([await partOf(`console.error("no luck"); process.exit(3);`)], never);
  await expect(starting).rejects.toThrow("The sample process ended with code 3; its last lines:\n  no luck");
});

test("one that does not want to end is ended all the same", async () => {
  const part = await partOf(`process.on("SIGTERM", () => {}); ${healthy}`);
  supervisor = new Supervisor();
  await supervisor.start([part], never);
  const pid = await pidOf(part);
  await supervisor.stop();
  expect(identify(pid)).toBeNull();
});

async function partOf(script: string): Promise<Part> {
  const port = await findFreePort();
  return {
    name: "sample",
    args: ["-e", `const port = ${port}; ${script}`],
    health: `http://127.0.0.1:${port}/`,
  };
}

async function pidOf(part: Part): Promise<number> {
  return Number(await (await fetch(part.health)).text());
}
