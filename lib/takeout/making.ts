import "server-only";
import { afterCommit, type Tx } from "#lib/db.ts";
import { removeBytes, sizeOfBytes } from "#lib/files/files.ts";
import { havePieces, removePieces } from "#lib/files/incoming.ts";
import { newId } from "#lib/ids.ts";
import { log } from "#lib/log.ts";
import { sqlRow } from "#lib/sql.ts";
import type { Step, TaskKind } from "#lib/work/running.ts";
import { readBulk } from "./bulk.ts";
import { collect } from "./collecting.ts";
import { pack } from "./packing.ts";
import type { Member } from "./part.ts";
import { parts } from "./parts.ts";
import { keptDays } from "./schema.ts";
import { type Begun, begunSchema, companyRow } from "./state.ts";

/**
 * Makes a takeout: reads it part by part into pieces of text, packs them with the member's files, which needs no database, and gives it to
 * the member in place of the one before. What was packed lies under the file's id before its row: a worker that died there is found out.
 */
export const makeTakeout: TaskKind = {
  async step(tx, { companyId, memberId, checkpoint }) {
    const member = { companyId, memberId };
    // Nothing is written yet: what is, lies under an id that is known to whoever ends it.
    if (checkpoint === null) return stepTo(await begin(tx, member, newId()));
    const begun = begunSchema.parse(checkpoint);
    if (begun.part < parts.length) return stepTo(await collect(tx, member, begun));
    const size = await sizeOfBytes(companyId, begun.fileId);
    if (size !== null) return give(tx, member, begun, size);
    // Pieces are kept for an hour: after a longer stop it begins anew.
    const pieceIds = begun.pieces.map(({ id }) => id);
    if (!(await havePieces(begun.fileId, pieceIds))) return stepTo(await begin(tx, member, begun.fileId));
    return { ...stepTo(begun), outside: (held) => pack(member, begun, held) };
  },
  async abandon({ companyId, checkpoint }) {
    if (checkpoint === null) return;
    const { fileId } = begunSchema.parse(checkpoint);
    await removePieces(fileId);
    // All may have been packed already.
    await removeBytes(companyId, fileId);
  },
};

function stepTo(begun: Begun): Step {
  return { done: begun.done, total: begun.total, checkpoint: begun, finished: false };
}

async function begin(tx: Tx, { companyId }: Member, fileId: string): Promise<Begun> {
  const { lines, files } = await readBulk(tx);
  const company = await sqlRow(
    tx,
    companyRow,
  )`SELECT name, name_en FROM companies WHERE id = ${companyId}::uuid`;
  const total = lines + files + parts.length;
  const madeAt = new Date().toISOString();
  return { fileId, madeAt, company, total, done: 0, part: 0, after: null, empty: true, pieces: [] };
}

const day = 24 * 60 * 60 * 1000;
/** What the column of a file's size can say. */
const maxInt = 2 ** 31 - 1;

async function give(tx: Tx, { companyId, memberId }: Member, begun: Begun, size: number): Promise<Step> {
  const { fileId, madeAt } = begun;
  const own = { companyId, memberId };
  const before = await tx.takeout.findFirst({ where: own, select: { fileId: true } });
  await tx.takeout.deleteMany({ where: own });
  const facts = {
    name: "takeout.zip",
    type: "application/zip",
    size: Math.min(size, maxInt),
    preview: false,
  };
  await tx.file.create({
    data: { companyId, id: fileId, domain: "TAKEOUT", uploaderId: memberId, ...facts },
  });
  const expiresAt = new Date(new Date(madeAt).getTime() + keptDays * day);
  await tx.takeout.create({ data: { ...own, fileId, size: BigInt(size), madeAt, expiresAt } });
  afterCommit(tx, () => {
    const gone = Promise.all([
      removePieces(fileId),
      ...(before ? [removeBytes(companyId, before.fileId)] : []),
    ]);
    // What is left the purge finds.
    gone.catch((err) => log.warn("what a takeout was made of could not be removed", { err }));
  });
  return { ...stepTo(begun), done: begun.total, finished: true };
}
