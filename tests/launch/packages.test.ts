import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { installPackages, packagesAreStale } from "#lib/launch/packages.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "okaeri-packages-"));
  // npm makes no node_modules for a project without dependencies.
  mkdirSync(join(root, "node_modules"));
  writeManifest({});
  writeFileSync(join(root, "package-lock.json"), lock("1"));
});
afterEach(() => rmSync(root, { recursive: true }));

test("packages are stale until an install of ours came to its end", async () => {
  expect(packagesAreStale(root)).toBe(true);
  const told: string[] = [];
  await installPackages(root, (line: string) => told.push(line));
  expect(told[0]).toMatch(/^Installing packages/);
  expect(packagesAreStale(root)).toBe(false);
});

test("a changed lock file or dependency is stale; a changed script is not", async () => {
  await installPackages(root, () => {});
  writeManifest({ scripts: { hello: "echo hello" } });
  expect(packagesAreStale(root)).toBe(false);
  writeManifest({ dependencies: { other: "1.0.0" } });
  expect(packagesAreStale(root)).toBe(true);
  writeManifest({});
  writeFileSync(join(root, "package-lock.json"), lock("2"));
  expect(packagesAreStale(root)).toBe(true);
});

test("of two that would install at once one does, and the other waits for it", async () => {
  const told: string[] = [];
  await Promise.all([1, 2].map(() => installPackages(root, (line: string) => told.push(line))));
  expect(told.filter((line) => line.startsWith("Installing"))).toHaveLength(1);
  expect(told.filter((line) => line.includes("waiting"))).toHaveLength(1);
});

test("the lock of an install that was killed is taken over", async () => {
  mkdirSync(join(root, ".data"));
  writeFileSync(join(root, ".data/installing.lock"), "4000000");
  await installPackages(root, () => {});
  expect(packagesAreStale(root)).toBe(false);
});

test("npm's failure is told in npm's words, and leaves no stamp", async () => {
  writeManifest({ dependencies: { gone: "file:./gone/gone.tgz" } });
  await expect(installPackages(root, () => {})).rejects.toThrow(
    /npm install failed; its last words:\n.*gone/s,
  );
  expect(packagesAreStale(root)).toBe(true);
});

function writeManifest(parts: object): void {
  writeFileSync(join(root, "package.json"), JSON.stringify({ name: "sample", version: "1.0.0", ...parts }));
}

function lock(version: string): string {
  return JSON.stringify({ name: "sample", version, lockfileVersion: 3, packages: {} });
}
