import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs, withViewer } from "#lib/auth/scopes.ts";
import { maxCountedForSuggestions } from "#lib/people/policy.ts";
import { type Suggestion, suggestionFields } from "#lib/people/schema.ts";
import { sqlRows, sqlValue } from "#lib/sql.ts";

/** Where the viewer wrote that they work, half a year after they wrote it or answered last; else null. */
export async function findEmployerToConfirm(viewer: Viewer): Promise<string | null> {
  const rows = await readAs(
    viewer,
    (tx) => sqlRows(tx, z.object({ employer: z.string() }))`
    SELECT employer FROM own_profile() WHERE employer IS NOT NULL AND employer_asked_at < now() - interval '182 days'`,
  );
  return rows[0]?.employer ?? null;
}

/**
 * Keeps that the viewer was asked, which is not asked again for half a year, and returns when that was before, ISO: given as `back` it undoes this.
 * Null where they wrote no employer.
 */
export function answerEmployer(viewer: Viewer, { back }: { back?: string }): Promise<string | null> {
  const at = back ?? new Date().toISOString();
  return withViewer(viewer, async (tx) => {
    const before = await sqlValue(tx, z.date().nullable())`SELECT answer_employer(${at}::timestamptz)`;
    return before?.toISOString() ?? null;
  });
}

/**
 * What one more field of the viewer's profile would bring, the best alone: by whom they would be recognised, those first who are most, then what they
 * are found by. Null where there is nothing to say, or they want to hear nothing for now.
 */
export async function findSuggestion(viewer: Viewer): Promise<Suggestion | null> {
  const found = await readAs(
    viewer,
    (tx) => sqlRows(tx, suggestionRow)`SELECT * FROM own_suggestions(${maxCountedForSuggestions}::int)`,
  );
  const told = found.filter(({ people }) => people !== 0);
  const [best] = told.toSorted(
    (one, other) => rank(one) - rank(other) || (other.people ?? 0) - (one.people ?? 0),
  );
  if (!best) return null;
  const { people } = best;
  const atLeast = people !== null && people > maxCountedForSuggestions;
  return { ...best, people: atLeast ? maxCountedForSuggestions : people, atLeast };
}

const suggestionRow = z.object({
  field: z.enum(suggestionFields),
  value: z.string().nullable(),
  people: z.int().nullable(),
});

function rank({ field }: Pick<Suggestion, "field">): number {
  // These are of people who would recognise them, and compare by how many they are.
  return field === "department" || field === "tenure" || field === "work"
    ? 0
    : suggestionFields.indexOf(field);
}

/** Proposes nothing to the viewer for 90 days. */
export async function putOffSuggestions(viewer: Viewer): Promise<void> {
  await withViewer(viewer, (tx) => tx.$executeRaw`SELECT put_off_suggestions()`);
}
