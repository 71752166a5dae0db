import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import type { Tx } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { viewerKinds } from "#lib/people/audiences.ts";
import type { Sections } from "#lib/people/input.ts";
import { publish } from "#lib/publish.ts";
import { sqlRows } from "#lib/sql.ts";

/**
 * Tells the feed what has changed between the two, and takes back what one sees no more; within the transaction that has written the viewer's
 * own profile. Each kind of viewer, and the one to whom alone something is shown, is told of what it sees, once within an hour.
 */
export async function tellChanges(
  tx: Tx,
  { companyId }: Viewer,
  [before, after]: [Sections, Sections] | [] = [],
): Promise<void> {
  const changed = before && after ? changedParts(before, after) : [];
  const told = await sqlRows(tx, toldRow)`
    SELECT * FROM record_changes(${changed}::text[], ${[...viewerKinds, "CONTACT"].map(() => newId())}::uuid[])`;
  for (const { id: eventId } of told) await publish(tx, { type: "feed:added", companyId, eventId });
}

const toldRow = z.object({ id: z.uuid() });

/** The parts of a profile as prisma/sql/feed/changes.sql names them: each is seen or hidden as a whole. */
function changedParts(before: Sections, after: Sections): string[] {
  const [one, other] = [partsOf(before), partsOf(after)];
  return Object.entries(one).flatMap(([part, value]) =>
    isDeepStrictEqual(value, Reflect.get(other, part)) ? [] : [part],
  );
}

/** A former name is told to nobody. */
function partsOf({ names, intro, work, area, purposes: { purposes }, skills, links, details }: Sections) {
  const { formerFamilyName: _name, formerFamilyNameKana: _kana, ...inUse } = names;
  return {
    names: inUse,
    ...intro,
    work,
    area,
    purposes: purposes.filter(({ purpose }) => purpose !== "REHIRE"),
    rehire: purposes.find(({ purpose }) => purpose === "REHIRE"),
    skills,
    links,
    ...Object.fromEntries(Object.entries(details.details).map(([id, answer]) => [`details.${id}`, answer])),
  };
}
