import { expect, test, vi } from "vitest";
import { keepAlive } from "#lib/launch/app.ts";
import { LaunchFailure } from "#lib/launch/failure.ts";
import { eventually } from "#tests/support/eventually.ts";

test("a server that cannot be started again is told once, and tried until it can", async () => {
  const said: string[] = [];
  const keep = (...words: unknown[]) => void said.push(words.join(" "));
  const log = vi.spyOn(console, "log").mockImplementation(keep);
  vi.mocked(console.error).mockImplementation(keep);
  const ends: (() => Promise<void> | void)[] = [];
  const { signal } = new AbortController();
  let tries = 0;
  const revive = async () => {
    tries += 1;
    if (tries <= 3) throw new LaunchFailure("The disk is full: free some space and start again.");
    return tries === 4;
  };
  keepAlive({ revive }, { signal, atEnd: (close) => ends.push(close) }, 5);
  await eventually(() => expect(tries).toBeGreaterThan(5));
  for (const end of ends) await end();
  log.mockRestore();
  expect(said).toEqual([
    "The disk is full: free some space and start again.",
    "PostgreSQL had died and runs again.",
  ]);
});
