import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { identify, isRunning, ownIdentity, type ProcessIdentity } from "#lib/launch/process-identity.ts";
import { endLeftovers, findOtherLauncher } from "#lib/launch/run-record.ts";

const dead: ProcessIdentity = { pid: 4_000_000, startedAt: "long ago" };
let folder = "";
const started: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "okaeri-runs-"));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

test("what a dead launcher left running is ended, and its record goes", async () => {
  const child = startSleeper();
  record({ launcher: dead, usesBuild: true, children: [child] });
  await endLeftovers(folder);
  expect(isRunning(child)).toBe(false);
  expect(existsSync(join(folder, "1.json"))).toBe(false);
});

test("one that does not listen to SIGTERM is ended too", async () => {
  const child = startSleeper("trap '' TERM; echo deaf; sleep 60 & wait; sleep 60");
  await new Promise((resolve) => started.at(-1)?.stdout?.once("data", resolve));
  record({ launcher: dead, usesBuild: true, children: [child] });
  await endLeftovers(folder);
  expect(isRunning(child)).toBe(false);
});

test("a process that only has the recorded number is left alone", async () => {
  const child = startSleeper();
  record({ launcher: dead, usesBuild: true, children: [{ ...child, startedAt: "another start" }] });
  await endLeftovers(folder);
  expect(isRunning(child)).toBe(true);
});

test("the children of a launcher at work are left alone", async () => {
  const [launcher, child] = [startSleeper(), startSleeper()];
  record({ launcher, usesBuild: false, children: [child] });
  await endLeftovers(folder);
  expect(isRunning(child)).toBe(true);
  expect(findOtherLauncher({}, folder)).toEqual(launcher);
  expect(findOtherLauncher({ usesBuild: true }, folder)).toBeNull();
});

test("on a system without /proc a process is the same whatever language and time zone its asker has", () => {
  const { pid } = startSleeper();
  const known = identify(pid, "darwin");
  const { TZ, LC_ALL } = process.env;
  Object.assign(process.env, { TZ: "Asia/Tokyo", LC_ALL: "C.UTF-8" });
  expect(identify(pid, "darwin")).toEqual(known);
  expect(known?.startedAt).toMatch(/^\w{3} \w{3} \d+ [\d:]+ \d{4}$/);
  expect(identify(4_000_000, "darwin")).toBeNull();
  for (const [name, value] of Object.entries({ TZ, LC_ALL }))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
});

test("neither ourselves, nor the dead, nor a file that cannot be read is another launcher", () => {
  record({ launcher: ownIdentity(), usesBuild: true, children: [] });
  writeFileSync(join(folder, "2.json"), JSON.stringify({ launcher: dead, usesBuild: true, children: [] }));
  writeFileSync(join(folder, "3.json"), "{");
  expect(findOtherLauncher({ usesBuild: true }, folder)).toBeNull();
});

function startSleeper(script = "sleep 60"): ProcessIdentity {
  const child = spawn("/bin/sh", ["-c", script], { detached: true, stdio: ["ignore", "pipe", "ignore"] });
  started.push(child);
  const identity = identify(child.pid ?? 0);
  if (!identity) throw new Error("The sleeper did not start");
  return identity;
}

function record(run: object): void {
  writeFileSync(join(folder, "1.json"), JSON.stringify(run));
}
