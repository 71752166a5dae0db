import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import { newId } from "#lib/ids.ts";
import { sqlValue } from "#lib/sql.ts";
import { leaverDoc } from "./doc.ts";
import { requireHr } from "./hr.ts";
import { findRecord, type LeaverRecord } from "./record.ts";
import type { TypedLeaver } from "./record-input.ts";
import { findTaken, type Taken } from "./taken.ts";
import { type LeaverFacts, readTypedLeaver, type TypedProblems } from "./typed-leaver.ts";

/**
 * What came of what HR typed. `conflict`: somebody else changed the record meanwhile, which is `now` so; nothing was written. `taken`: others have
 * that number or address. `other-changed`: the record that was to go into this one is not as HR saw it.
 */
export type Written =
  | { outcome: "written"; leaver: LeaverRecord }
  | { outcome: "problems"; problems: TypedProblems }
  | { outcome: "taken"; by: Taken[] }
  | { outcome: "conflict"; now: LeaverRecord }
  | { outcome: "other-changed" }
  /** Both are members. */
  | { outcome: "two-members" }
  /** They said no to an invitation, and are not taken in again. */
  | { outcome: "refused" };

/** Adds a leaver by hand. `today` is the day where HR is, YYYY-MM-DD. Throws NotFound for who is not of HR. */
export async function addLeaver(
  viewer: Viewer,
  { typed }: { typed: TypedLeaver },
  today: string,
): Promise<Written> {
  const id = newId();
  return write(viewer, typed, today, async (tx, said) => {
    await tx.leaver.create({ data: { ...columnsOf(said), companyId: viewer.companyId, id } });
    if (await sqlValue(tx, z.boolean())`SELECT leaver_refused(${id}::uuid)`)
      throw new Undone({ outcome: "refused" });
    return written(tx, id);
  });
}

/** Writes a leaver's record over the version that HR saw. Throws NotFound where the record is gone, and for who is not of HR. */
export async function writeLeaver(
  viewer: Viewer,
  { id, version, typed }: { id: string; version: number; typed: TypedLeaver },
  today: string,
): Promise<Written> {
  return write(
    viewer,
    typed,
    today,
    async (tx, said) => (await replace(tx, viewer, { id, version }, said)) ?? written(tx, id),
    [id],
  );
}

/**
 * Makes one record of two: the kept one becomes what HR typed, and the other is erased, with what imports did to it. Throws NotFound where
 * either is gone, and for who is not of HR. Who is a member by one of them is so by what becomes of both.
 */
export async function mergeLeavers(
  viewer: Viewer,
  { kept, other, typed }: { kept: Seen; other: Seen; typed: TypedLeaver },
  today: string,
): Promise<Written> {
  if (kept.id === other.id) throw new NotFound();
  const { companyId } = viewer;
  return write(
    viewer,
    typed,
    today,
    async (tx, said) => {
      const theirs = await findRecord(tx, other.id);
      if (!theirs) throw new NotFound();
      if (theirs.version !== other.version) return { outcome: "other-changed" };
      const members = await tx.leaver.findMany({
        where: { companyId, id: { in: [kept.id, other.id] }, memberId: { not: null } },
        select: { memberId: true },
      });
      if (members.length > 1) return { outcome: "two-members" };
      await tx.$executeRaw`SELECT move_invitation(${other.id}::uuid, ${kept.id}::uuid)`;
      // First: both may have had the number.
      await tx.leaver.deleteMany({ where: { companyId, id: other.id } });
      // Also where it says nothing new: an import that made it must not be undone to nobody.
      const conflict = await replace(tx, viewer, kept, said, true);
      if (conflict) throw new Undone(conflict);
      const [member] = members;
      if (member) await tx.leaver.updateMany({ where: { companyId, id: kept.id }, data: member });
      return written(tx, kept.id);
    },
    [kept.id, other.id],
  );
}

/** A record as HR saw it. */
type Seen = { id: string; version: number };

/** What came of it where the transaction is undone. */
class Undone extends Error {
  readonly outcome: Written;
  constructor(outcome: Written) {
    super("what was written is undone");
    this.outcome = outcome;
  }
}

/** What HR says of somebody. */
type Said = LeaverFacts & Pick<TypedLeaver, "tags" | "note">;

/** Reads what was typed and runs `work` with its columns, unless there is something wrong with it or others than `own` have its number or address. */
async function write(
  viewer: Viewer,
  typed: TypedLeaver,
  today: string,
  work: (tx: Tx, said: Said) => Promise<Written>,
  own: string[] = [],
): Promise<Written> {
  requireHr(viewer);
  const attempt = () =>
    withViewer(viewer, async (tx): Promise<Written> => {
      const company = await tx.company.findUniqueOrThrow({
        where: { id: viewer.companyId },
        select: { mailDomains: true },
      });
      const read = readTypedLeaver(typed, { ownDomains: company.mailDomains, today });
      if ("problems" in read) return { outcome: "problems", problems: read.problems };
      const by = await findTaken(tx, read.facts, own);
      if (by.length > 0) return { outcome: "taken", by };
      return work(tx, { ...read.facts, tags: typed.tags, note: typed.note });
    });
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof Undone) return error.outcome;
    // Somebody else was first with that number: the second time they are found.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return attempt();
    throw error;
  }
}

function columnsOf(said: Said) {
  const dateOf = (day: string | null) => (day ? new Date(day) : null);
  return {
    ...said,
    joinedOn: dateOf(said.joinedOn),
    leftOn: dateOf(said.leftOn),
    groundOn: dateOf(said.groundOn),
    ...leaverDoc(said),
  };
}

/** Writes over a version; returns the conflict where it is another by now. What stands there already is no change. */
async function replace(
  tx: Tx,
  { companyId }: Viewer,
  { id, version }: Seen,
  said: Said,
  always = false,
): Promise<Written | null> {
  const now = await findRecord(tx, id);
  if (!now) throw new NotFound();
  const known: Record<string, unknown> = now;
  if (!always && Object.entries(said).every(([key, value]) => isDeepStrictEqual(known[key], value)))
    return null;
  const { count } = await tx.leaver.updateMany({
    where: { companyId, id, version },
    data: { ...columnsOf(said), version: { increment: 1 }, changedAt: new Date() },
  });
  if (count > 0) return null;
  const after = await findRecord(tx, id);
  if (!after) throw new NotFound();
  return { outcome: "conflict", now: after };
}

async function written(tx: Tx, id: string): Promise<Written> {
  const leaver = await findRecord(tx, id);
  if (!leaver) throw new NotFound();
  return { outcome: "written", leaver };
}
