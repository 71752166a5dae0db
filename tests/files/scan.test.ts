import { chmodSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { expectLog } from "#tests/support/console.ts";
import { openUploads } from "./uploads.ts";

const uploads = openUploads();

// What a scanner does: it finds the test signature that every one of them knows, and says so by its exit code.
const eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
const scanner = uploads.write(
  `#!/bin/sh\n[ "$1" = --quiet ] || exit 64\ngrep -q EICAR-STANDARD-ANTIVIRUS-TEST-FILE "$2" && exit 1\nexit 0\n`,
);
const broken = uploads.write("#!/bin/sh\necho no database >&2\nexit 2\n");
const stuck = uploads.write("#!/bin/sh\nkill -STOP $$\n");
for (const program of [scanner, broken, stuck]) chmodSync(program, 0o700);

/** Every setting is read once a process: a fresh copy of the modules reads this one. */
async function requireClean(command: string, path: string, timeoutMs?: number): Promise<void> {
  vi.resetModules();
  vi.stubEnv("SCAN_COMMAND", command);
  return (await import("#lib/files/scan.ts")).requireClean(path, timeoutMs);
}

afterEach(() => vi.unstubAllEnvs());

test("without a scanner nothing is scanned", async () => {
  await requireClean("", uploads.write(eicar));
});

test("what is clean passes, what is infected does not", async () => {
  const command = `  ${scanner}   --quiet `;
  await requireClean(command, uploads.write("おかえり"));
  await expect(requireClean(command, uploads.write(eicar))).rejects.toMatchObject({
    fields: { file: "infected" },
  });
});

test("a path is one word, whatever is in it: there is no shell", async () => {
  const path = uploads.write("harmless", "a; exit 1 $(exit 1) 'b");
  await requireClean(`${scanner} --quiet`, path);
});

test.each([
  ["fails", broken, /"exitCode":2/],
  ["is not there", "/nowhere/clamdscan", /"code":"ENOENT"/],
])("while the scanner %s, nothing passes, and it is logged", async (_, command, said) => {
  expectLog("error", said);
  await expect(requireClean(command, uploads.write("harmless"))).rejects.toMatchObject({
    fields: { file: "notScanned" },
  });
});

test("a scanner that does not come to an end is ended", async () => {
  expectLog("error", /could not scan/);
  await expect(requireClean(stuck, uploads.write("harmless"), 300)).rejects.toMatchObject({
    fields: { file: "notScanned" },
  });
});
