import { normalise } from "#lib/people/normalise.ts";
import { readDate } from "./dates.ts";
import { type Field, nameFields } from "./fields.ts";
import { type Cell, cellOf, type PersonRow } from "./rows.ts";

/** Rows about one person, the one that counts most first. */
export type Group = { number: string | null; rows: PersonRow[]; like?: PersonRow };

/**
 * The rows by person: those with one number are one person's, across files too, unless their names say that two people have it; then the
 * later person's `like` is the earlier one's row. Rows without a number stand alone. In the order in which they came.
 */
export function groupRows(rows: readonly PersonRow[]): Group[] {
  const groups: Group[] = [];
  const byNumber = new Map<string, SameNumber>();
  for (const row of named(rows)) {
    const number = numberOf(row);
    const same = number === null ? undefined : byNumber.get(number);
    const own = same && findOwn(same, row);
    if (own) {
      own.rows.push(row);
      continue;
    }
    const group: Group = { number, rows: [row], ...(same?.first.rows[0] && { like: same.first.rows[0] }) };
    groups.push(group);
    if (number === null) continue;
    if (same) enterNames(same, group, row);
    else byNumber.set(number, { first: group });
  }
  for (const group of groups) if (group.rows.length > 1) group.rows = newestFirst(group.rows);
  return groups;
}

/** Those who have one number: the first, and everybody by name as soon as there is a second row. */
type SameNumber = { first: Group; byName?: Map<string, Group> };

/** Whose row it is of those with its number; undefined for yet another person's. */
function findOwn(same: SameNumber, row: PersonRow): Group | undefined {
  const [first] = same.first.rows;
  if (!first || (cellOf(row, "appliedOn") && cellOf(first, "appliedOn"))) return same.first;
  if (!same.byName) enterNames(same, same.first, first);
  const names = namesOf(row);
  const isNameless = names.length === 0 || same.byName?.size === 0;
  const own = isNameless ? same.first : names.map((name) => same.byName?.get(name)).find((group) => group);
  if (own) enterNames(same, own, row);
  return own;
}

function enterNames(same: SameNumber, group: Group, row: PersonRow): void {
  same.byName ??= new Map();
  for (const name of namesOf(row)) same.byName.set(name, group);
}

/** The cell of the first row that has one for this field. */
export function pick({ rows }: Pick<Group, "rows">, field: Field): Cell | undefined {
  for (const row of rows) {
    const cell = cellOf(row, field);
    if (cell) return cell;
  }
  return undefined;
}

/** As `pick`, but of rows that tell a history the newest counts even where it is empty: who had a post may have none now. */
export function pickNewest(group: Group, field: Field): Cell | undefined {
  const history = group.rows.find((row) => row.source.columns.has(field) && cellOf(row, "appliedOn"));
  return history ? cellOf(history, field) : pick(group, field);
}

/** Rows that name somebody come before those of files that only add to them. */
function named(rows: readonly PersonRow[]): PersonRow[] {
  return [...rows.filter(({ source }) => source.hasNames), ...rows.filter(({ source }) => !source.hasNames)];
}

/** Half width, without what Excel's users write around it to keep its zeroes: ="00123" or '00123. */
function numberOf(row: PersonRow): string | null {
  const text = cellOf(row, "number")
    ?.text.normalize("NFKC")
    .replace(/^="(.*)"$/, "$1")
    .replace(/^'/, "")
    .replace(/\s/g, "");
  return text || null;
}

/** Every name that a row gives its person, as names are compared. */
function namesOf(row: PersonRow): string[] {
  return nameFields
    .map((fields) =>
      normalise(fields.map((field) => cellOf(row, field)?.text ?? "").join("")).replaceAll(" ", ""),
    )
    .filter((name) => name !== "");
}

/** By the day from which they apply, up to the day of leaving; what would apply later comes last. Rows without one keep their order. */
function newestFirst(rows: readonly PersonRow[]): PersonRow[] {
  const left =
    rows
      .flatMap((row) => dayOf(row, "left") ?? [])
      .toSorted()
      .at(-1) ?? "9999";
  const dated = rows.map((row) => ({ row, day: dayOf(row, "appliedOn") ?? "" }));
  const isLate = (day: string) => Number(day > left);
  return dated
    .toSorted((a, b) => isLate(a.day) - isLate(b.day) || (a.day < b.day ? 1 : a.day > b.day ? -1 : 0))
    .map(({ row }) => row);
}

function dayOf(row: PersonRow, field: Field): string | undefined {
  const read = readDate(cellOf(row, field)?.text ?? "", row.source.columns.get(field)?.order);
  return "problem" in read ? undefined : (read.day ?? undefined);
}
