import { afterEach, beforeEach, expect, vi } from "vitest";

type Level = "error" | "warn";
const levels: Level[] = ["error", "warn"];
const expected: Record<Level, RegExp[]> = { error: [], warn: [] };

/** Says that this test makes the console speak: lines that match are expected, and there must be one. */
export function expectConsole(level: Level, pattern: RegExp): void {
  expected[level].push(pattern);
}

// Whatever a test does not expect on the console fails it.
beforeEach(() => {
  for (const level of levels) {
    expected[level] = [];
    vi.spyOn(console, level).mockImplementation(() => {});
  }
});

afterEach(() => {
  for (const level of levels) {
    const said = vi.mocked(console[level]).mock.calls.map((call) => call.map(String).join(" "));
    vi.mocked(console[level]).mockRestore();
    expect(said.filter((line) => !expected[level].some((pattern) => pattern.test(line)))).toEqual([]);
    for (const pattern of expected[level])
      expect(
        said.some((line) => pattern.test(line)),
        `${level} ${pattern}`,
      ).toBe(true);
  }
});
