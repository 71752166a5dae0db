import "server-only";
import { z } from "zod";
import { countTries, type Limit } from "#lib/auth/limits.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { NotFound } from "#lib/errors.ts";
import { openBytes } from "#lib/files/files.ts";
import type { StoredBytes } from "#lib/files/store.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";
import { findNewestTask, isUnderWay, startTask } from "#lib/work/tasks.ts";
import { readBulk } from "./bulk.ts";
import type { ReadyTakeout, Takeout } from "./schema.ts";

/** The kind of the task that makes one. */
const kind = "takeout";

const limit: Limit = { name: "takeout of member", max: 5, seconds: 24 * 60 * 60 };

/** How it stands with the viewer's takeout, and how much there is to take out. */
export async function findTakeout(viewer: Viewer): Promise<Takeout> {
  const [task, [ready, bulk]] = await Promise.all([
    findNewestTask(viewer, kind),
    readAs(viewer, (tx) => Promise.all([sqlRows(tx, readyRow)`${readyOnes(viewer)}`, readBulk(tx)])),
  ]);
  return {
    task: task && {
      taskId: task.taskId,
      state: task.state,
      done: task.done,
      total: task.total,
      ending: task.ending,
    },
    ready: ready[0] ?? null,
    bulk,
  };
}

/** Begins to make all of the viewer's data into a file, unless that is under way. Throws TooMany past five a day. */
export async function startTakeout(viewer: Viewer): Promise<void> {
  await withViewer(viewer, async (tx) => {
    // Of two presses at once the second finds what the first began.
    await tx.$executeRaw`SELECT lock_own_profile()`;
    if (await isUnderWay(tx, viewer, kind)) return;
    await countTries(tx, limit, `${viewer.companyId}/${viewer.memberId}`, 1);
    await startTask(tx, viewer, { kind, input: {} });
  });
}

/** A takeout of the viewer's, with the name of their company and the day on which it was made, in their time zone. Throws NotFound. */
export async function openTakeout(
  viewer: Viewer,
  fileId: string,
): Promise<{ company: string; day: string } & StoredBytes> {
  if (!z.uuid().safeParse(fileId).success) throw new NotFound();
  const found = await readAs(viewer, async (tx) => {
    const [ready] = await sqlRows(tx, readyRow)`${readyOnes(viewer)}`;
    if (ready?.fileId !== fileId) throw new NotFound();
    return sqlRow(tx, namedRow)`
      SELECT c.name AS company, to_char(${ready.madeAt}::timestamptz AT TIME ZONE a.time_zone, 'YYYY-MM-DD') AS day
        FROM companies c CROSS JOIN own_account() a WHERE c.id = ${viewer.companyId}::uuid`;
  });
  const stored = await openBytes(viewer.companyId, fileId);
  if (!stored) throw new NotFound();
  return { ...found, ...stored };
}

const time = z.coerce.date().transform((at) => at.toISOString());
const readyRow = z.object({
  fileId: z.uuid(),
  size: z.coerce.number(),
  madeAt: time,
  expiresAt: time,
}) satisfies z.ZodType<ReadyTakeout>;
const namedRow = z.object({ company: z.string(), day: z.string() });

function readyOnes({ companyId, memberId }: Viewer): Prisma.Sql {
  return Prisma.sql`SELECT file_id, size, made_at, expires_at FROM takeouts
    WHERE company_id = ${companyId}::uuid AND member_id = ${memberId}::uuid AND expires_at > now()`;
}
