/** How the checks of a layer came out. */
export type Tally = { passed: number; failed: number };

/** A check that is passed or failed as a whole. */
export function oneCheck(ok: boolean): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** A runner that failed without naming a failed test, by its exit code or by running none, counts as one failed test. */
export function withCrash(tally: Tally, exitCode: number): Tally {
  const crashed = (exitCode !== 0 && tally.failed === 0) || tally.passed + tally.failed === 0;
  return crashed ? { ...tally, failed: 1 } : tally;
}
