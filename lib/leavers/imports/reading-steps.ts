import "server-only";
import { join } from "node:path";
import { z } from "zod";
import { afterCommit, type Tx } from "#lib/db.ts";
import { InvariantError } from "#lib/errors.ts";
import { openPieces, readPiece, removePieces, writePiece } from "#lib/files/incoming.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { newId } from "#lib/ids.ts";
import type { Mapping, ReadFile } from "#lib/leavers/schema.ts";
import { log } from "#lib/log.ts";
import { sqlRow } from "#lib/sql.ts";
import type { Step } from "#lib/work/running.ts";
import type { KeptCounts } from "./counts.ts";
import { readInChild } from "./reading-child.ts";
import type { ReadingJob, ReadingResult } from "./reading-process.ts";
import { haveImportFile } from "./uploads.ts";

/** How far reading is: under which ids pieces lie; and once files are read, which run's pieces are staged, and how many of them. */
export const begunSchema = z.object({
  workId: z.uuid(),
  /** The files as they were sent. */
  sent: z.array(z.uuid()),
  run: z.uuid().nullable(),
  staged: z.int(),
  /** People. */
  done: z.int(),
});
export type Begun = z.infer<typeof begunSchema>;

/** `files`: those that were sent; null to read the kept tables again. */
type Reading = {
  companyId: string;
  memberId: string;
  importId: string;
  files: { id: string; name: string }[] | null;
};

/** The next step of reading. */
export async function readOn(tx: Tx, reading: Reading, begun: Begun | null): Promise<Step> {
  const sent = reading.files?.map(({ id }) => id) ?? [];
  if (!begun) return stepTo({ workId: newId(), sent, run: null, staged: 0, done: 0 }, null);
  const found = await readPiece(begun.workId, "reading.json");
  if (!found) {
    const job = await jobOf(tx, reading, begun.workId);
    const again = { ...begun, run: null, staged: 0, done: 0 };
    return { ...stepTo(again, null), outside: ({ signal }) => readInChild(begun.workId, job, signal) };
  }
  const result: ReadingResult = JSON.parse(found.toString());
  // Pieces are kept for an hour: after a longer stop, or by another run, it begins anew.
  const now = begun.run === result.run ? begun : { ...begun, run: result.run, staged: 0, done: 0 };
  if (now.run !== begun.run) {
    await beginStaging(tx, reading, now, result);
    return stepTo(now, result.people);
  }
  if (now.staged < result.pieces) return stepTo(await stage(tx, reading, now), result.people);
  return finish(tx, reading, now, result);
}

function stepTo(begun: Begun, total: number | null): Step {
  return { done: begun.done, total, checkpoint: begun, finished: false };
}

async function jobOf(
  tx: Tx,
  { companyId, memberId, importId, files }: Reading,
  workId: string,
): Promise<Omit<ReadingJob, "run">> {
  const { mailDomains, today } = await sqlRow(
    tx,
    z.object({ mailDomains: z.array(z.string()), today: z.string() }),
  )`
    SELECT c.mail_domains, to_char(now() AT TIME ZONE a.time_zone, 'YYYY-MM-DD') AS today
      FROM companies c CROSS JOIN own_account() a WHERE c.id = ${companyId}::uuid`;
  const mappings = await tx.leaverMapping.findMany({
    where: { companyId },
    orderBy: { keptAt: "desc" },
    take: 500,
    select: { fingerprint: true, mapping: true },
  });
  return {
    folder: await openPieces(workId),
    files: files ? await sentFiles(memberId, files) : await keptFiles(tx, { companyId, importId }, workId),
    ownDomains: mailDomains,
    today,
    mapping: Object.fromEntries(mappings.map((one) => [one.fingerprint, one.mapping as Mapping])),
  };
}

async function sentFiles(
  memberId: string,
  files: { id: string; name: string }[],
): Promise<ReadingJob["files"]> {
  const sent: ReadingJob["files"] = [];
  for (const { id, name } of files) {
    if (!(await haveImportFile(memberId, id)))
      throw new InvariantError("a file that was to be read is gone, since no worker was there for an hour");
    sent.push({ name, path: join(await openPieces(id), memberId) });
  }
  return sent;
}

/** Of files that were read before, their tables; those that were refused then are again. */
async function keptFiles(
  tx: Tx,
  { companyId, importId }: Pick<Reading, "companyId" | "importId">,
  workId: string,
): Promise<ReadingJob["files"]> {
  const { files } = await tx.leaverImport.findUniqueOrThrow({
    where: { companyId_id: { companyId, id: importId } },
    select: { files: true },
  });
  const folder = await openPieces(workId);
  const kept: ReadingJob["files"] = [];
  for (const [place, { name, refused }] of (files as unknown as ReadFile[]).entries()) {
    if (refused !== undefined) {
      kept.push({ name, refused });
      continue;
    }
    const { cells } = await tx.leaverImportFile.findUniqueOrThrow({
      where: { companyId_importId_place: { companyId, importId, place } },
      select: { cells: true },
    });
    kept.push({ name, kept: join(folder, await writePiece(workId, cells)) });
  }
  return kept;
}

async function beginStaging(
  tx: Tx,
  { companyId, importId }: Reading,
  { workId, run }: Begun,
  { files, tables }: ReadingResult,
): Promise<void> {
  const own = { companyId, importId };
  await tx.leaverImportRow.deleteMany({ where: own });
  for (const place of tables) {
    const cells = await requirePiece(workId, `${run}-table-${place}`);
    const name = files[place]?.name ?? "";
    await tx.leaverImportFile.deleteMany({ where: { ...own, place } });
    await tx.leaverImportFile.create({
      data: { ...own, place, name, cells: new Uint8Array(cells) },
      select: { place: true },
    });
  }
  await tx.leaverImport.update({
    where: { companyId_id: { companyId, id: importId } },
    data: { files: files as unknown as Prisma.InputJsonArray },
    select: { id: true },
  });
}

/** Stages the people of the next piece, and judges them. */
async function stage(tx: Tx, { companyId, importId }: Reading, begun: Begun): Promise<Begun> {
  const people = (await requirePiece(begun.workId, `${begun.run}-people-${begun.staged}`)).toString();
  const staged = await tx.$executeRaw`
    INSERT INTO leaver_import_rows (company_id, import_id, place, person, problems, rows, warned, unclear)
      SELECT ${companyId}::uuid, ${importId}::uuid, r.place, r.person, r.problems, r.rows, r.warned, r.unclear
        FROM jsonb_to_recordset(${people}::jsonb) r (place int, person jsonb, problems jsonb, rows jsonb, warned boolean, unclear boolean)`;
  const done = begun.done + staged;
  await tx.$executeRaw`SELECT judge_leaver_rows(${importId}::uuid, ${begun.done + 1}::int, ${done}::int)`;
  return { ...begun, staged: begun.staged + 1, done };
}

async function finish(
  tx: Tx,
  { companyId, importId }: Reading,
  begun: Begun,
  { leftOut, joined, people }: ReadingResult,
): Promise<Step> {
  await tx.$executeRaw`SELECT settle_leaver_rows(${importId}::uuid)`;
  const counts: KeptCounts = { leftOut, joined };
  await tx.leaverImport.update({
    where: { companyId_id: { companyId, id: importId } },
    data: { state: "READY", counts },
    select: { id: true },
  });
  afterCommit(tx, () => {
    // What is left the purge finds.
    Promise.all([begun.workId, ...begun.sent].map(removePieces)).catch((err) =>
      log.warn("what an import was read from could not be removed", { err }),
    );
  });
  return { ...stepTo(begun, people), finished: true };
}

async function requirePiece(workId: string, id: string): Promise<Buffer> {
  const piece = await readPiece(workId, id);
  if (!piece) throw new InvariantError("what was read of an import is gone");
  return piece;
}
