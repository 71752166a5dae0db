import { toHiragana } from "#lib/letters.ts";
import { isJapaneseName } from "#lib/people/names.ts";
import { type Field, nameFields } from "./fields.ts";
import { type Group, pick } from "./groups.ts";
import type { FoundPerson, Problem, Reason } from "./person.ts";
import type { Cell } from "./rows.ts";

type Halves = { familyName: string; givenName: string };
type Names = Halves &
  Pick<
    FoundPerson,
    "familyNameKana" | "givenNameKana" | "preferredName" | "formerFamilyName" | "registeredName"
  >;

/** The names of a group's person, with what is doubtful in them. */
export function readNames(group: Group): { names: Names; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (kind: "error" | "warning", reason: Reason, field: Field, cell: Cell | undefined) => {
    problems.push({ field, kind, reason, cell: cell ?? null });
  };
  const text = (field: Field) => pick(group, field)?.text ?? "";
  const halves = (family: Field, given: Field, whole?: Field): Halves | undefined => {
    if (text(family) || text(given)) return { familyName: text(family), givenName: text(given) };
    return whole && splitName(text(whole));
  };

  const kanji = halves("kanjiFamilyName", "kanjiGivenName");
  const latin = halves("familyName", "givenName", "name");
  const registered = kanji ?? latin;
  const work = halves("workFamilyName", "workGivenName", "workName");
  const shown = work && {
    familyName: work.familyName || (registered?.familyName ?? ""),
    givenName: work.givenName || (registered?.givenName ?? ""),
  };
  const name = shown ?? registered ?? { familyName: text("name"), givenName: "" };
  const isOther =
    shown &&
    registered &&
    (shown.familyName !== registered.familyName || shown.givenName !== registered.givenName);

  const whole = pick(group, "name");
  if (!name.familyName && !name.givenName) tell("error", "no-name", "name", undefined);
  else if (!shown && !registered) tell("error", "name-not-split", "name", whole);
  else if (!name.familyName || !name.givenName)
    tell("error", "name-incomplete", name.familyName ? "givenName" : "familyName", whole);
  for (const field of nameFields.flat()) {
    const cell = pick(group, field);
    if (cell && hasUnknownCharacter(cell.text)) tell("error", "unknown-character", field, cell);
  }

  const kana = readKana(group, kanji && latin, name, tell);
  if (isOther && shown.familyName !== registered.familyName && kana.familyNameKana)
    tell(
      "warning",
      "reading-to-check",
      "familyNameKana",
      pick(group, "familyNameKana") ?? pick(group, "kana"),
    );
  const names = {
    ...name,
    ...kana,
    preferredName: text("preferredName") || null,
    formerFamilyName: text("formerFamilyName") || null,
    registeredName: isOther ? registered : null,
  };
  return { names, problems };
}

/** Longer than any name. */
const maxLength = 200;

/** A whole name in two: at its first space if it is Japanese, at its comma if it is "Smith, John"; undefined where that is to be asked. */
function splitName(whole: string): Halves | undefined {
  if (whole.length > maxLength) return undefined;
  const isJapanese = isJapaneseName({ familyName: whole, givenName: "" });
  const parts = isJapanese ? /^(\S+)\s+(\S.*)$/u.exec(whole) : /^([^,]+),\s*([^,]+)$/.exec(whole);
  return parts?.[1] && parts[2] ? { familyName: parts[1].trim(), givenName: parts[2].trim() } : undefined;
}

/** Whether a text has a character that is none to anybody else (外字), or that stands for one that was lost. */
export function hasUnknownCharacter(text: string): boolean {
  return /[\u{e000}-\u{f8ff}\u{f0000}-\u{10ffff}\u{fffd}〓]|[?？](?=\p{Script=Han})|(?<=\p{Script=Han})[?？]/u.test(
    text,
  );
}

/** The reading: of its own columns, else the Latin or kana name beside one in kanji, else furigana; the latter two are to be checked. */
function readKana(
  group: Group,
  beside: Halves | undefined,
  name: Halves,
  tell: (kind: "warning", reason: Reason, field: Field, cell: Cell | undefined) => void,
): Pick<Names, "familyNameKana" | "givenNameKana"> {
  const own = (["familyNameKana", "givenNameKana"] as const).map((field) => pick(group, field));
  const whole = pick(group, "kana");
  if (own.some(Boolean) || whole) {
    const split = own.some(Boolean)
      ? { familyName: own[0]?.text ?? "", givenName: own[1]?.text ?? "" }
      : splitName(toKana(whole?.text ?? ""));
    const kana = { familyNameKana: hiragana(split?.familyName), givenNameKana: hiragana(split?.givenName) };
    const cells = [own[0] ?? whole, own[1] ?? whole];
    if (!kana.familyNameKana && cells[0]) tell("warning", "not-kana", "familyNameKana", cells[0]);
    else if (!kana.givenNameKana && cells[1]) tell("warning", "not-kana", "givenNameKana", cells[1]);
    return kana;
  }
  if (beside) {
    tell("warning", "reading-to-check", "familyNameKana", pick(group, "familyName"));
    return { familyNameKana: hiragana(beside.familyName), givenNameKana: hiragana(beside.givenName) };
  }
  const fields = (["familyName", "givenName"] as const).map((field) => pick(group, field));
  const readingOf = (cell: Cell | undefined) => {
    const row = group.rows.find(({ source, row }) => source.file === cell?.file && row === cell.row);
    return cell ? row?.source.readings.get(cell.text) : undefined;
  };
  const furigana = splitName(toKana(readingOf(pick(group, "name"))?.trim() ?? ""));
  const kana = {
    familyNameKana: hiragana(furigana?.familyName ?? readingOf(fields[0])),
    givenNameKana: hiragana(furigana?.givenName ?? readingOf(fields[1])),
  };
  if ((kana.familyNameKana || kana.givenNameKana) && isJapaneseName(name))
    tell("warning", "reading-to-check", "familyNameKana", pick(group, "name") ?? fields[0]);
  return kana;
}

function toKana(text: string): string {
  return text.normalize("NFKC");
}

/** A reading as hiragana, one space between its words; null for what is none. */
function hiragana(text: string | undefined): string | null {
  const kana = toHiragana(text ?? "")
    .trim()
    .replace(/\s+/g, " ");
  return /^[\p{Script=Hiragana}ー・ ]+$/u.test(kana) ? kana : null;
}
