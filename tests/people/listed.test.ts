import { beforeAll, describe, expect, it } from "vitest";
import { listDirectory } from "#lib/people/directory.ts";
import { directoryQuerySchema } from "#lib/people/directory-query.ts";
import { applySql } from "#prisma/sql.ts";
import { openTestDatabase } from "#tests/support/database.ts";
import { viewerOf } from "#tests/support/people.ts";
import { addNewcomer } from "./newcomers.ts";

const database = openTestDatabase();

/** What is kept, and what it is to be. */
async function expectKept(): Promise<void> {
  const kept = await database.asOwner(
    "SELECT company_id, kind, initial, people FROM directory_counts WHERE people <> 0 ORDER BY 1, 2, 3",
  );
  const counted = await database.asOwner(
    `SELECT m.company_id, m.kind, left(p.sort_key, 1) AS initial, count(*)::int AS people FROM members m
      JOIN profiles p ON p.company_id = m.company_id AND p.member_id = m.id WHERE m.status = 'ACTIVE' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
  expect(kept).toEqual(counted);
  const wrong = await database.asOwner(
    `SELECT p.member_id FROM profiles p JOIN members m ON m.company_id = p.company_id AND m.id = p.member_id
      WHERE p.listed IS DISTINCT FROM CASE m.status WHEN 'ACTIVE' THEN m.kind END`,
  );
  expect(wrong).toEqual([]);
}

const newcomers = (count: number, status: "INVITED" | "ACTIVE" = "INVITED") =>
  Promise.all(
    Array.from({ length: count }, (_, i) =>
      addNewcomer(database, "aoba", { familyName: "新", givenName: `${i}`, familyNameKana: "しん", status }),
    ),
  );

describe("what the directory lists and counts", () => {
  beforeAll(expectKept);

  it("is what it lists and counts", async () => {
    const viewer = await viewerOf(database, "sakura", "aoba");
    const everybody = await database.asOwner(
      "SELECT kind FROM members WHERE company_id = $1 AND status = 'ACTIVE'",
      [viewer.companyId],
    );
    for (const kind of ["ALUMNUS", "EMPLOYEE", undefined] as const) {
      const { total } = await listDirectory(viewer, directoryQuerySchema.parse({ kind }));
      expect(total).toBe(everybody.filter((one) => !kind || one.kind === kind).length);
    }
  });

  const changes: Record<string, string> = {
    joins: "UPDATE members SET status = 'ACTIVE' WHERE id = $1",
    "is suspended": "UPDATE members SET status = 'SUSPENDED' WHERE id = $1",
    "leaves the company": "UPDATE members SET status = 'ACTIVE', kind = 'EMPLOYEE' WHERE id = $1",
    "is called otherwise": "UPDATE profiles SET sort_key = 'あらた' WHERE member_id = $1",
    "is nobody any more": "DELETE FROM profiles WHERE member_id = $1",
  };
  it.each(Object.entries(changes))("goes with who %s", async (_, change) => {
    for (const { memberId } of [...(await newcomers(1)), ...(await newcomers(1, "ACTIVE"))])
      await database.asOwner(change, [memberId]);
    await expectKept();
  });

  it("holds however many join, go and are renamed at once", async () => {
    const crowd = await newcomers(24);
    const all = Object.values(changes);
    await Promise.all(
      crowd.flatMap(({ memberId }, i) => [
        database.asOwner(all[0] ?? "", [memberId]),
        database.asOwner(all[1 + (i % 4)] ?? "", [memberId]),
        database.asOwner(all[3] ?? "", [memberId]),
      ]),
    );
    await expectKept();
  });

  it("holds where one statement changes many", async () => {
    await newcomers(5);
    await database.asOwner(
      "UPDATE members SET kind = 'EMPLOYEE', status = 'ACTIVE' WHERE status = 'INVITED'",
    );
    await database.asOwner("UPDATE profiles SET sort_key = reverse(sort_key) WHERE listed = 'EMPLOYEE'");
    await expectKept();
  });

  it("is put right by the next release where something went past the triggers", async () => {
    for (const change of [
      "ALTER TABLE members DISABLE TRIGGER USER",
      "UPDATE members SET status = 'ACTIVE'",
      "UPDATE directory_counts SET people = people + 3",
      "ALTER TABLE members ENABLE TRIGGER USER",
    ])
      await database.asOwner(change);
    await expect(expectKept()).rejects.toThrow();
    await applySql(database.ownerUrl, { force: true });
    await expectKept();
  });
});
