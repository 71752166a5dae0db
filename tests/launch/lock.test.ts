import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { withLock } from "#lib/launch/lock.ts";
import { whileNobodyElseStarts } from "#lib/launch/starting.ts";
import { eventually } from "#tests/support/eventually.ts";

const folder = mkdtempSync(join(tmpdir(), "okaeri-lock-"));
const file = join(folder, "lock");
afterAll(() => rmSync(folder, { recursive: true }));

test("one at a time, and the lock is gone afterwards, also after a failure", async () => {
  let inside = 0;
  let max = 0;
  const work = async () => {
    max = Math.max(max, ++inside);
    await new Promise((resolve) => setTimeout(resolve, 10));
    inside--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withLock(file, work)));
  expect(max).toBe(1);
  await expect(withLock(file, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
  expect(existsSync(file)).toBe(false);
});

test("the lock of a process that has died is taken over by one of those who wait", async () => {
  const { pid } = spawnSync("true");
  writeFileSync(file, JSON.stringify({ pid, startedAt: "of a process that is gone" }));
  let inside = 0;
  const work = async () => {
    expect(++inside).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    inside--;
  };
  await Promise.all(Array.from({ length: 4 }, () => withLock(file, work)));
});

test("a lock without a holder, as a full disk or a loss of power leaves it, is taken over", async () => {
  for (const content of ["", "{", "[]"]) {
    writeFileSync(file, content);
    await expect(withLock(file, async () => "in")).resolves.toBe("in");
  }
});

test("what starts the app does so alone: a second one waits, says so, and goes on when the first has started", async () => {
  const said: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((words) => void said.push(String(words)));
  const order: string[] = [];
  const first = whileNobodyElseStarts(async () => {
    order.push("first builds");
    await eventually(() => expect(said).toHaveLength(1));
    order.push("first has built");
  }, file);
  await whileNobodyElseStarts(async () => void order.push("second looks"), file);
  await first;
  log.mockRestore();
  expect(order).toEqual(["first builds", "first has built", "second looks"]);
  expect(said).toEqual([expect.stringContaining("waiting")]);
});

test("a number that belongs to another process by now does not keep the lock", async () => {
  writeFileSync(file, JSON.stringify({ pid: process.pid, startedAt: "another start" }));
  await expect(withLock(file, async () => "in")).resolves.toBe("in");
});
