import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { sqlRows } from "#lib/sql.ts";

const entranceSchema = z.object({
  role: z.string(),
  kind: z.string(),
  sharesReads: z.boolean(),
  showsOnline: z.boolean(),
  parted: z.array(z.uuid()),
  threads: z.array(z.object({ id: z.uuid(), revision: z.int() })),
});

export type Entrance = z.infer<typeof entranceSchema>;

/** What a socket needs to know of its member as they are now, with the threads that they may read. Throws NotFound. */
export async function findEntrance(viewer: Viewer): Promise<Entrance> {
  const { companyId, memberId } = viewer;
  const [found] = await withViewer(
    viewer,
    (tx) => sqlRows(tx, entranceSchema)`
      SELECT m.role, m.kind, coalesce(f.share_reads, true) AS shares_reads, coalesce(f.show_online, true) AS shows_online,
        to_json(parted_from_caller()) AS parted,
        (SELECT coalesce(json_agg(json_build_object('id', t.id, 'revision', t.revision)), '[]')
          FROM readable_threads() r JOIN chat_threads t ON t.company_id = m.company_id AND t.id = r) AS threads
      FROM members m LEFT JOIN chat_preferences f ON f.company_id = m.company_id AND f.member_id = m.id
      WHERE m.company_id = ${companyId}::uuid AND m.id = ${memberId}::uuid`,
  );
  if (!found) throw new NotFound();
  return found;
}

/** The revision of a thread, if the viewer may read it. Throws NotFound when the viewer is no longer one. */
export async function findRevision(viewer: Viewer, threadId: string): Promise<number | undefined> {
  const [found] = await withViewer(
    viewer,
    (tx) => sqlRows(tx, z.object({ revision: z.int() }))`SELECT t.revision FROM chat_threads t
      WHERE t.company_id = ${viewer.companyId}::uuid AND t.id = ${threadId}::uuid AND participates(t.id)`,
  );
  return found?.revision;
}
