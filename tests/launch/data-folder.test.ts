import { chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { openServer } from "#lib/launch/database.ts";
import { LaunchFailure } from "#lib/launch/failure.ts";
import { reachableDirectory } from "#lib/launch/postgres/place.ts";

const folder = mkdtempSync(join(tmpdir(), "okaeri-test-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a server that does not start is told of once: at the end there is nothing to stop", async () => {
  vi.spyOn(console, "log").mockImplementation(() => {});
  writeFileSync(join(folder, "file"), "");
  const ends: (() => Promise<void> | void)[] = [];
  const lifetime = {
    signal: new AbortController().signal,
    atEnd: (close: () => Promise<void> | void) => void ends.push(close),
  };
  await expect(openServer(join(folder, "file", "postgres"), lifetime)).rejects.toThrow();
  expect(ends).toHaveLength(1);
  for (const close of ends) await expect(close()).resolves.toBeUndefined();
});

test("a cluster's folder of another user is told with whom to give it to, by name", () => {
  // Root's own folder belongs to another user for everybody but root.
  const others = process.getuid?.() === 0 ? mkdtempSync(join(tmpdir(), "okaeri-test-")) : "/";
  if (others !== "/") chownSync(others, 1, 1);
  const open = () => reachableDirectory(others, null);
  expect(open).toThrow(LaunchFailure);
  expect(open).toThrow(`\`sudo chown -R ${userInfo().username} ${others}\``);
  if (others !== "/") rmSync(others, { recursive: true });
});
