import { describe, expect, it } from "vitest";
import { Invalid } from "#lib/errors.ts";
import { countTraces, leaveCompany } from "#lib/leaving/leaving.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { memberIdOf, viewerOf } from "#tests/support/people.ts";
import { checkNothingIsLeft } from "./nothing-left.ts";

const database = openTestDatabase();

checkNothingIsLeft(database, "leaves", async ({ viewer }) => {
  // It is said first.
  expect(await countTraces(viewer)).toMatchObject({
    photo: true,
    feedReactions: 2,
    searches: 1,
    blocks: 1,
    unsentFiles: 1,
    files: 1,
  });
  await leaveCompany(viewer);
});

describe("the last owner of a company", () => {
  it("does not leave it; of two who leave at once, one does", async () => {
    const koji = await viewerOf(database, "koji", "aoba");
    await expect(leaveCompany(koji)).rejects.toThrow(new Invalid({ company: "lastOwner" }));
    const yuki = await memberIdOf(database, "yuki", "aoba");
    await database.asOwner("UPDATE members SET role = 'OWNER' WHERE id = $1", [yuki]);
    const both = [koji, await viewerOf(database, "yuki", "aoba")];
    const results = await Promise.allSettled(both.map(leaveCompany));
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
