import { relative } from "node:path";
import { z } from "zod";
import { root } from "#lib/launch/folders.ts";
import { failureLine, type Tally } from "./tally.ts";

const testResult = z.object({
  status: z.string(),
  fullName: z.string(),
  failureMessages: z.array(z.string()).nullish(),
});

const fileResult = z
  .object({
    name: z.string(),
    status: z.string(),
    message: z.string(),
    assertionResults: z.array(testResult),
  })
  .transform(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    // A file may fail as a whole, before its first test or after its last.
    if (failed.length === 0) return status === "failed" ? [failureLine(file, "", message)] : [];
    return failed.map(({ fullName, failureMessages }) => failureLine(file, fullName, failureMessages?.[0]));
  });

/** Vitest's JSON report, as far as it is read. */
export const vitestReport = z
  .object({ numPassedTests: z.int(), numFailedTests: z.int(), testResults: z.array(fileResult) })
  .transform(
    ({ numPassedTests, numFailedTests, testResults }): Tally => ({
      passed: numPassedTests,
      failed: numFailedTests,
      failures: testResults.flat(),
    }),
  );
