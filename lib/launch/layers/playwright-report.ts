import { z } from "zod";
import { failureLine, type Tally } from "./tally.ts";

const spec = z.object({
  title: z.string(),
  file: z.string(),
  ok: z.boolean(),
  tests: z.array(
    z.object({
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});

const suite = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional();
  },
});

function failuresIn({ specs, suites = [] }: z.infer<typeof suite>): string[] {
  const own = specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message));
      return failureLine(`tests/e2e/${file}`, title, errors.find(Boolean));
    });
  return [...own, ...suites.flatMap(failuresIn)];
}

/** Playwright's JSON report, as far as it is read. */
export const playwrightReport = z
  .object({
    stats: z.object({ expected: z.int(), flaky: z.int(), unexpected: z.int() }),
    suites: z.array(suite),
  })
  .transform(
    ({ stats: { expected, flaky, unexpected }, suites }): Tally => ({
      passed: expected + flaky,
      failed: unexpected,
      failures: suites.flatMap(failuresIn),
    }),
  );
