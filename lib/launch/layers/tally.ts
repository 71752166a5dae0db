import { stripVTControlCharacters } from "node:util";

/** How the checks of a layer came out. */
export type Tally = {
  passed: number;
  failed: number;
  /** A line for each failed test that has a name. */
  failures: string[];
};

/** A check that is passed or failed as a whole. */
export function oneCheck(ok: boolean): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, failures: [] };
}

/** A runner that failed without naming a failed test, by its exit code or by running none, counts as one failed test. */
export function withCrash(tally: Tally | null, exitCode: number): Tally {
  const { passed, failed, failures } = tally ?? { passed: 0, failed: 0, failures: [] };
  const crashed = (exitCode !== 0 && failed === 0) || passed + failed === 0;
  return { passed, failed: crashed ? 1 : failed, failures };
}

/** Where a test failed, and by what: the first line of its error, without colours. */
export function failureLine(file: string, test: string, error: string | undefined): string {
  const [first = ""] = stripVTControlCharacters(error ?? "").split("\n");
  return [file, test, first].filter(Boolean).join(" › ").slice(0, maxLine);
}

const maxLine = 400;
