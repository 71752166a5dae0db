import { beforeEach, expect, test, vi } from "vitest";
import { migrate } from "#lib/launch/schema.ts";
import { withClient } from "#lib/pg-client.ts";
import { withOperatorTask } from "#lib/work/operator-tasks.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { eventually } from "#tests/support/eventually.ts";

const database = openTestDatabase();
const last = "20261129030000_lists_are_never_null";
const { signal } = new AbortController();
const applied = () =>
  database.asOwner<{ name: string }>(
    "SELECT FROM _prisma_migrations WHERE migration_name = $1 AND finished_at IS NOT NULL",
    [last],
  );

// It says what it does.
beforeEach(() => void vi.spyOn(console, "log").mockReturnValue());

/** As a database of the version before. */
async function forgetLast(): Promise<void> {
  await database.asOwner("DELETE FROM _prisma_migrations WHERE migration_name = $1", [last]);
}

function backUp(during: () => Promise<void>): Promise<void> {
  const request = { kind: "backup", operator: "koji@example", input: { file: "x" }, signal };
  return withOperatorTask(database.ownerUrl, request, during);
}

test("while a backup is under way nothing is migrated, and what is up to date starts", async () => {
  await migrate(database.ownerUrl, signal);
  await backUp(() => migrate(database.ownerUrl, signal));
  await forgetLast();
  await backUp(async () => {
    await expect(migrate(database.ownerUrl, signal)).rejects.toThrow(
      /^A backup is under way, which koji@example began at .*--cancel/,
    );
    expect(await applied()).toEqual([]);
  });
});

test("a migration waits seconds for a table in use, lets everybody else go on, and tries again", async () => {
  await withClient(database.ownerUrl, async (holder) => {
    await holder.query("BEGIN; SELECT FROM profiles LIMIT 1");
    const migrating = migrate(database.ownerUrl, signal);
    const failed = () =>
      database.asOwner(
        "SELECT FROM _prisma_migrations WHERE migration_name = $1 AND rolled_back_at IS NOT NULL",
        [last],
      );
    await eventually(async () => expect(await failed()).not.toEqual([]));
    // A backup that begins meanwhile waits for the end of all.
    let begun = false;
    const backup = backUp(async () => {
      begun = true;
    });
    await holder.query("SELECT FROM profiles LIMIT 1");
    expect(begun).toBe(false);
    await holder.query("ROLLBACK");
    await migrating;
    expect(await applied()).toHaveLength(1);
    await backup;
    expect(begun).toBe(true);
  });
});
