import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "#lib/launch/folders.ts";
import { playwrightReport } from "#lib/launch/layers/playwright-report.ts";
import { withCrash } from "#lib/launch/layers/tally.ts";
import { vitestReport } from "#lib/launch/layers/vitest-report.ts";

test.each([
  ["all passed", { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
  ["some failed", { passed: 2, failed: 1 }, 1, { passed: 2, failed: 1 }],
  ["the runner failed though no test did", { passed: 3, failed: 0 }, 1, { passed: 3, failed: 1 }],
  ["the runner ran nothing", { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
])("%s", (_, counted, exitCode, expected) => {
  expect(withCrash({ ...counted, failures: [] }, exitCode)).toEqual({ ...expected, failures: [] });
});

test("a runner that died before its report counts as one failed test", () => {
  expect(withCrash(null, 137)).toEqual({ passed: 0, failed: 1, failures: [] });
});

test("of a unit test that failed its file, its name and the first line of its error are told", () => {
  const tally = vitestReport.parse({
    numPassedTests: 1,
    numFailedTests: 1,
    testResults: [
      {
        name: join(root, "tests/ids.test.ts"),
        status: "failed",
        message: "",
        assertionResults: [
          { status: "passed", fullName: "ids are in order", failureMessages: [] },
          {
            status: "failed",
            fullName: "ids are unique",
            failureMessages: ["\u001b[31mAssertionError: two\u001b[39m\n    at x"],
          },
        ],
      },
      {
        name: join(root, "tests/log.test.ts"),
        status: "failed",
        message: "no such module\nat",
        assertionResults: [],
      },
    ],
  });
  expect(tally).toEqual({
    passed: 1,
    failed: 1,
    failures: [
      "tests/ids.test.ts › ids are unique › AssertionError: two",
      "tests/log.test.ts › no such module",
    ],
  });
});

test("of a walk that failed, in whatever suite it stands, the same", () => {
  const walk = (title: string, ok: boolean, message?: string) => ({
    title,
    file: "feed.spec.ts",
    ok,
    tests: [{ results: [{ error: message === undefined ? undefined : { message } }] }],
  });
  const tally = playwrightReport.parse({
    stats: { expected: 1, flaky: 0, unexpected: 1 },
    suites: [
      {
        specs: [walk("is shown", true)],
        suites: [{ specs: [walk("is told", false, "Error: not told\nCall log")] }],
      },
    ],
  });
  expect(tally).toEqual({
    passed: 1,
    failed: 1,
    failures: ["tests/e2e/feed.spec.ts › is told › Error: not told"],
  });
});
