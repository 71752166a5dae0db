import type { Account, Viewer } from "#lib/auth/schema.ts";
import { createSession, findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import { people } from "#prisma/world.ts";
import type { TestDatabase } from "./database.ts";

export type Named = keyof typeof people;
export type Slug = "aoba" | "larkfield";

/** Signs a named person of the sample world in: their account, and the token that their browser would carry. */
export async function signIn(
  database: TestDatabase,
  name: Named,
): Promise<{ account: Account; token: string }> {
  const [user] = await database.asOwner<{ id: string }>("SELECT id FROM users WHERE email = $1", [
    people[name].email,
  ]);
  if (!user) throw new Error(`${name} is not in the sample world`);
  const token = await createSession(user.id, "tests");
  const session = await findSession(token);
  if (!session) throw new Error("a new session is not found");
  return { account: session.account, token };
}

/** A named person as the viewer of a company's pages. */
export async function viewerOf(database: TestDatabase, name: Named, slug: Slug): Promise<Viewer> {
  return findViewer((await signIn(database, name)).account, slug);
}

/** A named person's member id, whatever their status. */
export async function memberIdOf(database: TestDatabase, name: Named, slug: Slug): Promise<string> {
  const [member] = await database.asOwner<{ id: string }>(
    `SELECT m.id FROM members m JOIN users u ON u.id = m.user_id JOIN companies c ON c.id = m.company_id
      WHERE u.email = $1 AND c.slug = $2`,
    [people[name].email, slug],
  );
  if (!member) throw new Error(`${name} is no member of ${slug}`);
  return member.id;
}
