import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { newId } from "#lib/ids.ts";
import { publish } from "#lib/publish.ts";
import { sqlValue } from "#lib/sql.ts";
import { type WorkProgress, workStateSchema } from "./schema.ts";

/** A work as its member sees it. */
export type WorkCard = WorkProgress & {
  kind: string;
  /** Its end was asked for, and has not come yet. */
  ending: boolean;
  /** Why it failed: "access-ended", "gave-up" or "unexpected". */
  error: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

/** Begins a work of the viewer's within the domain's own transaction: a worker takes it up when that commits. Returns its id. */
export async function startWork(
  tx: Tx,
  { companyId, memberId }: Viewer,
  { kind, input }: { kind: string; input: Prisma.InputJsonObject },
): Promise<string> {
  const data = { id: newId(), companyId, memberId, kind, input };
  return (await tx.longWork.create({ data, select: { id: true } })).id;
}

/** A work of the viewer's. Throws NotFound. */
export async function findWork(viewer: Viewer, workId: string): Promise<WorkCard> {
  requireId(workId);
  const work = await withViewer(viewer, (tx) =>
    tx.longWork.findFirst({ where: { ...own(viewer), id: workId }, select: columns }),
  );
  if (!work) throw new NotFound();
  return toCard(work);
}

/** The viewer's works, the newest first, at most 20. */
export async function listWork(viewer: Viewer): Promise<WorkCard[]> {
  const works = await withViewer(viewer, (tx) =>
    tx.longWork.findMany({
      where: own(viewer),
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      take: 20,
      select: columns,
    }),
  );
  return works.map(toCard);
}

/**
 * Asks a work of the viewer's to end: at once while it waits, else after the step at which it is, and what it has done stays. One that
 * has ended stays as it is. Throws NotFound.
 */
export async function cancelWork(viewer: Viewer, workId: string): Promise<void> {
  requireId(workId);
  const { companyId, memberId } = viewer;
  await withViewer(viewer, async (tx) => {
    const before = await tx.longWork.findFirst({
      where: { ...own(viewer), id: workId },
      select: { state: true },
    });
    if (!before) throw new NotFound();
    const state = await sqlValue(tx, workStateSchema)`SELECT cancel_work(${workId}::uuid)::text`;
    if (before.state !== "WAITING" || state !== "CANCELLED") return;
    await publish(tx, { type: "work:progress", companyId, memberId, workId, state, done: 0, total: null });
  });
}

const own = ({ companyId, memberId }: Viewer) => ({ companyId, memberId });

const columns = {
  id: true,
  kind: true,
  state: true,
  done: true,
  total: true,
  error: true,
  cancelAskedAt: true,
  createdAt: true,
  finishedAt: true,
} as const;

function toCard({
  id,
  done,
  total,
  cancelAskedAt,
  ...work
}: Prisma.LongWorkGetPayload<{ select: typeof columns }>): WorkCard {
  return {
    ...work,
    workId: id,
    done: Number(done),
    total: total === null ? null : Number(total),
    ending: cancelAskedAt !== null && work.finishedAt === null,
  };
}

function requireId(workId: string): void {
  if (!z.uuid().safeParse(workId).success) throw new NotFound();
}
