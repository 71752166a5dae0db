import "server-only";
import { z } from "zod";
import { requireRole } from "#lib/auth/roles.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import type { Tx } from "#lib/db.ts";
import { NotFound } from "#lib/errors.ts";
import { type AudienceField, audienceFields, type Limit, limits } from "#lib/people/audiences.ts";
import { readFields } from "#lib/people/company-fields.ts";
import type { SaidLimit } from "#lib/people/limit-input.ts";
import type { DeskLimit } from "#lib/people/schema.ts";
import type { ReadTx } from "#lib/reads.ts";
import { orNotFound, sqlRows, sqlValue } from "#lib/sql.ts";

const maxCounted = 1000;

/** Who sees each part of a profile at most, whatever its owner chooses, in the company of the transaction. */
export async function readLimits(tx: ReadTx): Promise<Record<AudienceField, Limit>> {
  const said = await sqlRows(tx, limitRow)`
    SELECT field, widest, stale_at IS NOT NULL AS settling FROM company_limits WHERE company_id = (SELECT app_company_id())`;
  const ofField = new Map(said.map(({ field, widest }) => [field, widest]));
  return mapFields((field) => ofField.get(field) ?? "EVERYONE");
}

/** For HR: the same of all fields, the company's own behind the others. Throws NotFound for anybody else, as all that follows. */
export async function listLimits(viewer: Viewer): Promise<DeskLimit[]> {
  requireHr(viewer);
  return readAs(viewer, list);
}

/** How many of those who show HR a field have chosen to show it to more than such a limit lets see it: 1000 at most, `atLeast` where there are more. */
export async function countWider(
  viewer: Viewer,
  { field, after }: Pick<SaidLimit, "field" | "after">,
): Promise<{ people: number; atLeast: boolean }> {
  requireHr(viewer);
  const people = await readAs(
    viewer,
    (tx) => sqlValue(tx, z.int())`SELECT count_wider(${field}, ${after}::"Audience", ${maxCounted}::int)`,
  );
  return { people: Math.min(people, maxCounted), atLeast: people > maxCounted };
}

/**
 * Says who sees a field at most, unless another has said something else meanwhile: then nothing is written. Returns whether it was, and what holds now. Pages, filters and
 * searches keep to it from then on; search texts follow (settling.ts). Throws NotFound for a field that the company does not ask.
 */
export async function writeLimit(
  viewer: Viewer,
  { field, before, after }: SaidLimit,
): Promise<{ written: boolean; limits: DeskLimit[] }> {
  requireHr(viewer);
  return withViewer(viewer, async (tx) => {
    await orNotFound(tx)`SELECT lock_company_limits()`;
    const now = (await list(tx)).find((one) => one.field === field)?.widest;
    if (!now) throw new NotFound();
    const written = now === before || now === after;
    if (written && now !== after) await put(tx, field, after);
    return { written, limits: await list(tx) };
  });
}

/** By the clock of the database, which is asked as texts follow. */
async function put(tx: Tx, field: string, widest: Limit): Promise<void> {
  if (isOfProfile(field)) {
    await tx.$executeRaw`
      INSERT INTO company_limits (company_id, field, widest) VALUES ((SELECT app_company_id()), ${field}, 'EVERYONE') ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      UPDATE company_limits SET widest = ${widest}::"Audience", stale_at = now(), settled_to = NULL
        WHERE company_id = (SELECT app_company_id()) AND field = ${field}`;
  } else
    await tx.$executeRaw`
      UPDATE company_fields SET widest = ${widest}::"Audience", stale_at = now(), settled_to = NULL
        WHERE company_id = (SELECT app_company_id()) AND id = ${field}::uuid`;
}

async function list(tx: ReadTx): Promise<DeskLimit[]> {
  const [said, fields] = await Promise.all([
    sqlRows(tx, limitRow)`
      SELECT field, widest, stale_at IS NOT NULL AS settling FROM company_limits WHERE company_id = (SELECT app_company_id())
      UNION ALL SELECT id::text, widest, stale_at IS NOT NULL FROM company_fields WHERE company_id = (SELECT app_company_id()) AND state = 'SHOWN'`,
    readFields(tx),
  ]);
  const ofField = new Map(said.map((one) => [one.field, one]));
  const limitOf = (field: string) => ({
    field,
    widest: ofField.get(field)?.widest ?? "EVERYONE",
    settling: ofField.get(field)?.settling ?? false,
  });
  return [
    ...audienceFields.map((field) => ({ ...limitOf(field), name: null })),
    ...fields.map(({ id, name }) => ({ ...limitOf(id), name })),
  ];
}

const limitRow = z.object({ field: z.string(), widest: z.enum(limits), settling: z.boolean() });

function requireHr(viewer: Viewer): void {
  requireRole(viewer, "HR_ADMIN", "OWNER");
}

const ofProfile: ReadonlySet<string> = new Set(audienceFields);

function isOfProfile(field: string): boolean {
  return ofProfile.has(field);
}

function mapFields<T>(make: (field: AudienceField) => T): Record<AudienceField, T> {
  return {
    headline: make("headline"),
    about: make("about"),
    tenure: make("tenure"),
    department: make("department"),
    formerName: make("formerName"),
    work: make("work"),
    area: make("area"),
    purposes: make("purposes"),
    rehire: make("rehire"),
    skills: make("skills"),
    links: make("links"),
    photo: make("photo"),
  };
}
