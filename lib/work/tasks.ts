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
import { type TaskProgress, taskStateSchema } from "./schema.ts";

/** A task as its member sees it. */
type TaskCard = TaskProgress & {
  kind: string;
  /** Its end was asked for, and has not come yet. */
  ending: boolean;
  /** Why it failed: "access-ended", "gave-up" or "unexpected". */
  error: string | null;
  createdAt: Date;
  finishedAt: Date | null;
};

/** Starts a task of the viewer's within the domain's own transaction: a worker takes it up when that commits. Returns its id. */
export async function startTask(
  tx: Tx,
  { companyId, memberId }: Viewer,
  { kind, input }: { kind: string; input: Prisma.InputJsonObject },
): Promise<string> {
  const data = { id: newId(), companyId, memberId, kind, input };
  return (await tx.longTask.create({ data, select: { id: true } })).id;
}

/** Whether a task of the viewer's of this kind waits or runs. */
export async function isUnderWay(tx: Tx, viewer: Viewer, kind: string): Promise<boolean> {
  const open = { ...own(viewer), kind, finishedAt: null };
  return (await tx.longTask.findFirst({ where: open, select: { id: true } })) !== null;
}

/** The viewer's newest task of this kind, if there is one. */
export async function findNewestTask(viewer: Viewer, kind: string): Promise<TaskCard | null> {
  const task = await withViewer(viewer, (tx) =>
    tx.longTask.findFirst({ where: { ...own(viewer), kind }, orderBy: newestFirst, select: columns }),
  );
  return task && toCard(task);
}

/** A task of the viewer's. Throws NotFound. */
export async function findTask(viewer: Viewer, taskId: string): Promise<TaskCard> {
  requireId(taskId);
  const task = await withViewer(viewer, (tx) =>
    tx.longTask.findFirst({ where: { ...own(viewer), id: taskId }, select: columns }),
  );
  if (!task) throw new NotFound();
  return toCard(task);
}

/** The viewer's tasks, the newest first, at most 20. */
export async function listTasks(viewer: Viewer): Promise<TaskCard[]> {
  const tasks = await withViewer(viewer, (tx) =>
    tx.longTask.findMany({
      where: own(viewer),
      orderBy: newestFirst,
      take: 20,
      select: columns,
    }),
  );
  return tasks.map(toCard);
}

/**
 * Asks a task of the viewer's to end: at once while it waits, else after its current step, and what it has done stays; a task that has
 * ended is not changed. Throws NotFound.
 */
export async function cancelTask(viewer: Viewer, taskId: string): Promise<void> {
  requireId(taskId);
  const { companyId, memberId } = viewer;
  await withViewer(viewer, async (tx) => {
    const before = await tx.longTask.findFirst({
      where: { ...own(viewer), id: taskId },
      select: { state: true },
    });
    if (!before) throw new NotFound();
    const state = await sqlValue(tx, taskStateSchema)`SELECT cancel_work(${taskId}::uuid)::text`;
    if (before.state !== "WAITING" || state !== "CANCELLED") return;
    await publish(tx, { type: "task:progress", companyId, memberId, taskId, state, done: 0, total: null });
  });
}

const newestFirst: Prisma.LongTaskOrderByWithRelationInput[] = [{ createdAt: "desc" }, { id: "desc" }];

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
  ...task
}: Prisma.LongTaskGetPayload<{ select: typeof columns }>): TaskCard {
  return {
    ...task,
    taskId: id,
    done: Number(done),
    total: total === null ? null : Number(total),
    ending: cancelAskedAt !== null && task.finishedAt === null,
  };
}

function requireId(taskId: string): void {
  if (!z.uuid().safeParse(taskId).success) throw new NotFound();
}
