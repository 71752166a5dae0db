import { expect, test } from "vitest";
import { readableLine } from "#lib/launch/log-lines.ts";

test("a line of the log is told as a person reads it, with an error's causes below", () => {
  const err = {
    type: "Error",
    stack: ["at a (/b:1:2)"],
    cause: { type: "error", code: "42501", message: "permission denied" },
  };
  const line = {
    level: "warn",
    time: new Date(2026, 10, 29, 9, 5, 7).toISOString(),
    pid: 7,
    process: "web",
    part: "mail",
    msg: "it failed",
    err,
  };
  expect(readableLine(JSON.stringify(line)).split("\n")).toEqual([
    "09:05:07 warn  it failed part=mail",
    "  Error",
    "    at a (/b:1:2)",
    "  because of error (42501): permission denied",
  ]);
});

test.each(["▲ Next.js", "{", '{"level":"warn"}', ""])("%j is told as it is", (line) => {
  expect(readableLine(line)).toBe(line);
});
