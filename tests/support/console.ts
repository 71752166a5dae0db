import { afterEach, beforeEach, expect, vi } from "vitest";
import { z } from "zod";

type Level = "error" | "warn";
const levels: Level[] = ["error", "warn"];
const expected: Record<Level, RegExp[]> = { error: [], warn: [] };
const said: Record<Level, string[]> = { error: [], warn: [] };
let lines: string[] = [];

/** Says that this test makes the log, or the console, speak: lines that match are expected, and there must be one. */
export function expectLog(level: Level, pattern: RegExp): void {
  expected[level].push(pattern);
}

/** The lines that this test's process has logged so far, of every level that LOG_LEVEL lets through. */
export function loggedLines(): readonly string[] {
  return lines;
}

const line = z.looseObject({ level: z.enum(["debug", "info", "warn", "error", "fatal"]), msg: z.string() });

// Whatever a test does not expect in the log, from warnings on, or on the console fails it.
beforeEach(() => {
  lines = [];
  for (const level of levels) {
    expected[level] = [];
    said[level] = [];
    vi.spyOn(console, level).mockImplementation(
      (...words) => void said[level].push(words.map(String).join(" ")),
    );
  }
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  vi.spyOn(stdout, "write").mockImplementation((...given: Parameters<typeof write>) =>
    isLogLine(given[0]) ? true : write(...given),
  );
});

afterEach(() => {
  vi.mocked(process.stdout.write).mockRestore();
  for (const level of levels) {
    vi.mocked(console[level]).mockRestore();
    expect(said[level].filter((text) => !expected[level].some((pattern) => pattern.test(text)))).toEqual([]);
    for (const pattern of expected[level])
      expect(
        said[level].some((text) => pattern.test(text)),
        `${level} ${pattern}`,
      ).toBe(true);
  }
});

function isLogLine(text: unknown): boolean {
  if (typeof text !== "string" || !text.startsWith('{"level":')) return false;
  const { level } = line.parse(JSON.parse(text));
  lines.push(text.trimEnd());
  if (level === "warn") said.warn.push(text);
  if (level === "error" || level === "fatal") said.error.push(text);
  return true;
}
