import "server-only";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Census } from "#lib/people/schema.ts";

const recently = 30 * 24 * 60 * 60 * 1000;

/** How many active members the viewer's company has, and how many of them joined within the last 30 days. */
export async function countMembers(viewer: Viewer): Promise<Census> {
  const active = { companyId: viewer.companyId, status: "ACTIVE" } as const;
  return withViewer(viewer, async (tx) => {
    const kinds = await tx.member.groupBy({ by: ["kind"], where: active, _count: true });
    const of = (kind: Viewer["kind"]) => kinds.find((found) => found.kind === kind)?._count ?? 0;
    const joinedRecently = await tx.member.count({
      where: { ...active, joinedAt: { gte: new Date(Date.now() - recently) } },
    });
    return { alumni: of("ALUMNUS"), employees: of("EMPLOYEE"), joinedRecently };
  });
}
