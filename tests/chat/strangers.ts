import type { Viewer } from "#lib/auth/schema.ts";
import { createSession, findSession } from "#lib/auth/sessions.ts";
import { findViewer } from "#lib/auth/viewers.ts";
import type { TestDatabase } from "#tests/support/database.ts";

type Row = { id: string; user_id: string; slug: string };

/** Active members of the viewer's company who had left before the viewer came, and share no group with anybody: as viewers. */
export async function strangersOf(
  database: TestDatabase,
  { companyId, memberId }: Viewer,
  count: number,
): Promise<Viewer[]> {
  const rows = await database.asOwner<Row>(
    `SELECT m.id, m.user_id, c.slug FROM members m JOIN companies c ON c.id = m.company_id
      JOIN profiles p ON p.company_id = m.company_id AND p.member_id = m.id
      JOIN profiles v ON v.company_id = m.company_id AND v.member_id = $2
      WHERE m.company_id = $1 AND m.status = 'ACTIVE' AND p.left_on < v.joined_on
        AND NOT EXISTS (SELECT FROM chat_participants q WHERE q.member_id = m.id)
      ORDER BY m.id LIMIT $3`,
    [companyId, memberId, count],
  );
  if (rows.length < count) throw new Error(`${rows.length} strangers are not ${count}`);
  return Promise.all(rows.map(viewerOfRow));
}

async function viewerOfRow({ user_id, slug }: Row): Promise<Viewer> {
  const session = await findSession(await createSession(user_id, "tests"));
  if (!session) throw new Error("a new session is not found");
  return findViewer(session.account, slug);
}
