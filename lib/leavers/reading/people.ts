import { maxLeaverLength } from "#lib/leavers/list-policy.ts";
import { type DateOrder, readDate } from "./dates.ts";
import { type Field, nameFields } from "./fields.ts";
import { type Group, pick, pickNewest } from "./groups.ts";
import { readMails } from "./mails.ts";
import { hasUnknownCharacter, readNames } from "./names.ts";
import type { FoundPerson, Problem } from "./person.ts";
import { type LeftOut, readStanding } from "./standing.ts";

/** The person that a group of rows is about, or why they are not among the leavers. */
export function readPerson(
  group: Group,
  today: string,
  ownDomains: ReadonlySet<string>,
): FoundPerson | LeftOut {
  const [joined, left, rehired] = [
    readDay(group, "joined"),
    readDay(group, "left"),
    readDay(group, "rehired"),
  ];
  const { standing, problems: standingProblems } = readStanding(group, left.day, rehired.day ?? null, today);
  if (standing === "active" || standing === "on-leave") return standing;
  const { names, problems: nameProblems } = readNames(group);
  const isDead = standing === "dead";
  const { mails, problems: mailProblems } = isDead
    ? { mails: { mail: null, workMail: null }, problems: [] }
    : readMails(group, ownDomains);
  return {
    number: group.number,
    ...names,
    joinedOn: joined.day ?? null,
    leftOn: left.day ?? null,
    department: pickNewest(group, "department")?.text ?? null,
    title: pickNewest(group, "post")?.text ?? null,
    employment: pickNewest(group, "employment")?.text ?? null,
    ...mails,
    standing,
    invitable: false,
    from: placesOf(group),
    problems: [
      ...sameNumber(group),
      ...nameProblems,
      ...joined.problems,
      ...left.problems,
      ...orderProblems(group, joined.day, left.day),
      ...standingProblems,
      ...mailProblems,
      ...(["department", "post", "employment"] as const).flatMap((field) => unknownCharacters(group, field)),
      ...tooLong(group),
      ...tooManyCells(group),
      ...differences(group),
    ],
  };
}

/** `day` is null where there is none, and undefined where it can't be read. */
function readDay(
  group: Group,
  field: "joined" | "left" | "rehired",
): { day: string | null | undefined; problems: Problem[] } {
  const cell = pick(group, field);
  if (!cell) return { day: null, problems: [] };
  const read = readDate(cell.text, orderOf(group, field, cell.file));
  if ("problem" in read)
    return { day: undefined, problems: [{ field, kind: "error", reason: read.problem, cell }] };
  return {
    day: read.day,
    problems: read.outsideEra ? [{ field, kind: "warning", reason: "outside-era", cell }] : [],
  };
}

function orderOf({ rows }: Group, field: Field, file: number): DateOrder | undefined {
  return rows.find(({ source }) => source.file === file)?.source.columns.get(field)?.order;
}

function orderProblems(
  group: Group,
  joinedOn: string | null | undefined,
  leftOn: string | null | undefined,
): Problem[] {
  if (!joinedOn || !leftOn || joinedOn <= leftOn) return [];
  return [{ field: "left", kind: "error", reason: "left-before-joined", cell: pick(group, "left") ?? null }];
}

function sameNumber(group: Group): Problem[] {
  if (!group.like) return [];
  const like = { file: group.like.source.file, row: group.like.row };
  return [
    { field: "number", kind: "duplicate", reason: "same-number", cell: pick(group, "number") ?? null, like },
  ];
}

function unknownCharacters(group: Group, field: "department" | "post" | "employment"): Problem[] {
  const cell = pickNewest(group, field);
  return cell && hasUnknownCharacter(cell.text)
    ? [{ field, kind: "warning", reason: "unknown-character", cell }]
    : [];
}

/** A quote that is never closed makes one cell of much that follows. */
function tooLong(group: Group): Problem[] {
  const fields = Object.entries(longest) as [Field, number][];
  return fields.flatMap(([field, max]): Problem[] => {
    const cell = pick(group, field);
    if (!cell || cell.text.length <= max) return [];
    return [{ field, kind: "error", reason: "too-long", cell: { ...cell, text: cell.text.slice(0, max) } }];
  });
}

const { number, name, department, title, employment } = maxLeaverLength;
const longest: Partial<Record<Field, number>> = {
  number,
  ...Object.fromEntries(nameFields.flat().map((field) => [field, name])),
  familyNameKana: name,
  givenNameKana: name,
  kana: 2 * name,
  preferredName: name,
  formerFamilyName: name,
  name: 2 * name,
  department,
  post: title,
  employment,
};

/** A separator within a cell without quotes moves all that follows into the next columns. */
function tooManyCells({ rows }: Group): Problem[] {
  return rows.flatMap(({ source, row, cells }): Problem[] => {
    const column = cells.findIndex((cell, index) => index >= source.width && cell.trim() !== "");
    if (column < 0) return [];
    const cell = { file: source.file, row, column, text: cells[column] ?? "" };
    return [{ field: null, kind: "error", reason: "too-many-cells", cell }];
  });
}

/** Rows that were joined and yet say different days. */
function differences(group: Group): Problem[] {
  if (group.rows.length < 2) return [];
  return (["joined", "left"] as const).flatMap((field): Problem[] => {
    const days = new Set(
      group.rows.map((row) => readDay({ number: null, rows: [row] }, field).day).filter(Boolean),
    );
    return days.size > 1
      ? [{ field, kind: "warning", reason: "rows-differ", cell: pick(group, field) ?? null }]
      : [];
  });
}

function placesOf({ rows }: Group): FoundPerson["from"] {
  const files = Map.groupBy(rows, ({ source }) => source.file);
  return [...files]
    .map(([file, own]) => ({ file, rows: own.map(({ row }) => row).sort((a, b) => a - b) }))
    .sort((a, b) => a.file - b.file);
}
