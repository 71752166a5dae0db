import type { Viewer } from "#lib/auth/schema.ts";
import type { TestDatabase } from "#tests/support/database.ts";

/** What is HR's alone is tried by others than HR as if they were: so a company's own HR finds nothing of another company either. */
export function asHr(database: TestDatabase) {
  const during = async <T>(memberIds: string[], work: () => Promise<T>): Promise<T> => {
    const before = await database.asOwner<{ id: string; role: string }>(
      "SELECT id, role FROM members WHERE id = ANY ($1)",
      [memberIds],
    );
    const become = (id: string, role: string) =>
      database.asOwner('UPDATE members SET role = $2::"MemberRole" WHERE id = $1', [id, role]);
    for (const { id } of before) await become(id, "HR_ADMIN");
    try {
      return await work();
    } finally {
      for (const { id, role } of before) await become(id, role);
    }
  };
  return {
    /** A call by a viewer who is of HR meanwhile. */
    ofHr: (call: (viewer: Viewer) => Promise<unknown>) => (viewer: Viewer) =>
      during([viewer.memberId], () => call({ ...viewer, role: "HR_ADMIN" })),
    /** A route asked by those whom routes are tried by, of HR meanwhile. */
    routeOfHr: (ask: (company: string) => Promise<Response>) => async (company: string) => {
      const tried = await database.asOwner<{ id: string }>(
        "SELECT m.id FROM members m JOIN users u ON u.id = m.user_id WHERE u.email ~ '^(sakura|hannah|kosaku)@'",
      );
      return during(
        tried.map(({ id }) => id),
        () => ask(company),
      );
    },
  };
}
