import { expect, it } from "vitest";
import { requireRole } from "#lib/auth/roles.ts";
import { NotFound } from "#lib/errors.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";

const database = openTestDatabase();

it("lets in who has one of the roles, and is not there for others", async () => {
  const hr = await viewerOf(database, "yuki", "aoba");
  const member = await viewerOf(database, "sakura", "aoba");
  expect(() => requireRole(hr, "HR_ADMIN", "OWNER")).not.toThrow();
  expect(() => requireRole(hr, "OWNER")).toThrow(NotFound);
  expect(() => requireRole(member, "HR_ADMIN", "OWNER")).toThrow(NotFound);
});
