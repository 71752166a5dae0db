import "server-only";
import { z } from "zod";
import type { Viewer } from "#lib/auth/schema.ts";
import { readAs } from "#lib/auth/scopes.ts";
import { plainLetters } from "#lib/letters.ts";
import { queryTerms } from "#lib/people/search-text.ts";
import { sqlRow, sqlRows } from "#lib/sql.ts";
import { type Asked, askedOf } from "./asked.ts";
import { findCards, type ListedLeaver } from "./cards.ts";
import { requireHr } from "./hr.ts";
import type { LeaverDimension } from "./list-policy.ts";
import { leaversPage, maxLeaverChoices, maxMatching } from "./list-policy.ts";
import type { LeaverQuery } from "./list-query.ts";

export type LeaversPage = {
  leavers: ListedLeaver[];
  /** `after` of the next page; null on the last. */
  next: string | null;
  /** How many match; 10,000 where `atLeast` says that there are more. */
  total: number;
  atLeast: boolean;
};

export type LeaverChoices = { choices: { value: string; people: number }[]; atLeast: boolean };

/**
 * The company's leavers who match a question, 50 a page, by their key: counted up to 10,000. `today` is the day where HR is, YYYY-MM-DD. Throws NotFound
 * for who is not of HR.
 */
export async function listLeavers(viewer: Viewer, query: LeaverQuery, today: string): Promise<LeaversPage> {
  requireHr(viewer);
  const asked = askedOf(query, today);
  return readAs(viewer, async (tx) => {
    if (!asked) return { leavers: [], next: null, total: 0, atLeast: false };
    const { key = null, id = null } = placeIn(query) ?? {};
    const { total, ids, keys } = await sqlRow(tx, pageRow)`
      SELECT * FROM leavers_page(${JSON.stringify(asked)}::jsonb, ${query.sort}, ${key}, ${id}::uuid, ${leaversPage + 1}::int, ${maxMatching}::int)`;
    const shown = ids.slice(0, leaversPage);
    const next = ids.length > leaversPage ? `${keys[leaversPage - 1]}~${shown.at(-1)}` : null;
    const leavers = await findCards(tx, shown);
    return { leavers, next, total: total ?? maxMatching, atLeast: total === null };
  });
}

const pageRow = z.object({ total: z.int().nullable(), ids: z.array(z.uuid()), keys: z.array(z.string()) });

/** Where the page before ended; nowhere where that was one in another order. */
function placeIn({ sort, after }: LeaverQuery): LeaverQuery["after"] {
  if (!after || sort === "name") return after;
  if (sort === "left") return after.key === "infinity" || isDay(after.key) ? after : undefined;
  return moment.test(after.key) && isDay(after.key.slice(0, 10)) ? after : undefined;
}

// As PostgreSQL writes one in UTC.
const moment = /^\d{4}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/;

/** Of the calendar. */
function isDay(text: string): boolean {
  return z.iso.date().safeParse(text).success;
}

/**
 * What can be chosen of one filter beside the rest of a question, those with most leavers first, at most 50, whose value holds what was typed;
 * years all of them. Counted over the first 10,000 who match, and `atLeast` says that there are more.
 */
export async function listLeaverChoices(
  viewer: Viewer,
  query: LeaverQuery,
  dimension: LeaverDimension,
  { typed, today }: { typed: string; today: string },
): Promise<LeaverChoices> {
  requireHr(viewer);
  const asked = askedOf({ ...query, [dimension]: dimension === "left" ? undefined : [] }, today);
  const rows = await readAs(viewer, async (tx) =>
    asked
      ? sqlRows(tx, choiceRow)`
        SELECT * FROM leavers_choices(${JSON.stringify(narrowed(asked, dimension, typed))}::jsonb, ${dimension}, ${maxMatching}::int)`
      : [],
  );
  const wanted = plainLetters(typed);
  const found = rows.filter(({ value }) => plainLetters(value).includes(wanted));
  return {
    choices: (dimension === "left" ? found : found.slice(0, maxLeaverChoices)).map(({ value, leavers }) => ({
      value,
      people: leavers,
    })),
    atLeast: rows.some(({ atLeast }) => atLeast),
  };
}

const choiceRow = z.object({ value: z.string(), leavers: z.int(), atLeast: z.boolean() });

/** Who can have what is offered: so of many the few are found who have it. */
function narrowed(asked: Asked, dimension: LeaverDimension, typed: string): Asked {
  if (dimension === "tag") return { ...asked, tagged: true };
  if (dimension !== "department") return asked;
  return { ...asked, terms: [...asked.terms, ...queryTerms(typed)], sounds: typed ? [] : asked.sounds };
}
