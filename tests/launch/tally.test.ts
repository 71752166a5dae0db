import { expect, test } from "vitest";
import { withCrash } from "#lib/launch/layers/tally.ts";

test.each([
  ["all passed", { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
  ["some failed", { passed: 2, failed: 1 }, 1, { passed: 2, failed: 1 }],
  ["the runner failed though no test did", { passed: 3, failed: 0 }, 1, { passed: 3, failed: 1 }],
  ["the runner ran nothing", { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
])("%s", (_, counted, exitCode, expected) => {
  expect(withCrash(counted, exitCode)).toEqual(expected);
});
