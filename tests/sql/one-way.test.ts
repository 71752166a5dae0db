import { globSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("rows of SQL by hand come through lib/sql.ts, which parses them", () => {
  const files = globSync("{lib,app,prisma}/**/*.{ts,tsx}").filter((file) => !file.includes("generated/"));
  expect(files.length).toBeGreaterThan(200);
  const others = files.filter((file) => /\$queryRaw/.test(readFileSync(file, "utf8")));
  // db.ts stands below it, and enters a scope; reads.ts answers what it asks.
  expect(others.sort()).toEqual(["lib/db.ts", "lib/reads.ts", "lib/sql.ts"]);
});
