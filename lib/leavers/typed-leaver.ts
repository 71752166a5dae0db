import { readDate } from "./reading/dates.ts";
import type { Field } from "./reading/fields.ts";
import type { FoundPerson, Problem } from "./reading/person.ts";
import { readTyped } from "./reading/typed.ts";
import type { TypedLeaver } from "./record-input.ts";
import type { Ground, LeaverColumn, Reason } from "./schema.ts";

/** What a record holds beside tags and note, as it is kept: days as YYYY-MM-DD. */
export type LeaverFacts = Record<
  Exclude<LeaverColumn, "deceased" | "familyName" | "givenName">,
  string | null
> & {
  familyName: string;
  givenName: string;
  deceased: boolean;
  ground: Ground | null;
  groundOn: string | null;
  groundDocument: string | null;
};

/** Of what was typed, why a field cannot be taken. */
export type TypedProblems = Partial<Record<keyof TypedLeaver, (typeof typedReasons)[number] | "required">>;

/**
 * What HR typed as it is kept, or what is wrong with it: read as a file's cells are (平成1年4月1日, full width, half-width kana), but of
 * what a file only warns, a reading that is none and an address of the company's own, is asked for again. `today` is YYYY-MM-DD.
 */
export function readTypedLeaver(
  typed: TypedLeaver,
  of: { ownDomains: readonly string[]; today: string },
): { facts: LeaverFacts } | { problems: TypedProblems } {
  const person = readTyped(cellsOf(typed), of);
  const problems: TypedProblems = {};
  for (const problem of person?.problems ?? []) {
    const reason = typedReason(problem.reason);
    if (reason) problems[columnOf(problem, typed)] = reason;
  }
  if (!person) problems.familyName = "no-name";
  if (typed.workMail.trim() && person && !person.workMail) problems.workMail = "not-an-address";
  const groundOn = readDate(typed.groundOn, undefined);
  if (typed.ground && "problem" in groundOn) problems.groundOn = groundOn.problem;
  else if (typed.ground && "day" in groundOn && groundOn.day === null) problems.groundOn = "required";
  if (!person || Object.keys(problems).length > 0) return { problems };
  const isGrounded = typed.ground !== null;
  return {
    facts: {
      ...factsOf(person),
      deceased: typed.deceased,
      // Nobody writes to them.
      ...(typed.deceased && { mail: null, workMail: null }),
      ground: typed.ground,
      groundOn: isGrounded && "day" in groundOn ? groundOn.day : null,
      groundDocument: (isGrounded && typed.groundDocument.trim()) || null,
    },
  };
}

/** The cells of a row; the registered name stands where a file has it, and then the shown one is that used at work. */
function cellsOf(typed: TypedLeaver): Partial<Record<Exclude<Field, "status">, string>> {
  const { familyName, givenName, registeredFamilyName, registeredGivenName } = typed;
  const shown = isRegistered(typed)
    ? {
        workFamilyName: familyName,
        workGivenName: givenName,
        familyName: registeredFamilyName || familyName,
        givenName: registeredGivenName || givenName,
      }
    : { familyName, givenName };
  return {
    ...shown,
    number: typed.number,
    familyNameKana: typed.familyNameKana,
    givenNameKana: typed.givenNameKana,
    preferredName: typed.preferredName,
    formerFamilyName: typed.formerFamilyName,
    joined: typed.joinedOn,
    left: typed.leftOn,
    department: typed.department,
    post: typed.title,
    employment: typed.employment,
    ...(!typed.deceased && { privateMail: typed.mail, workMail: typed.workMail }),
  };
}

function isRegistered(typed: TypedLeaver): boolean {
  return Boolean(typed.registeredFamilyName.trim() || typed.registeredGivenName.trim());
}

/** Why what was typed is asked for again; of all else HR sees it anyway, and may mean it so. */
const typedReasons = [
  "no-such-date",
  "no-day",
  "two-digit-year",
  "order-undecided",
  "order-mixed",
  "unreadable",
  "left-before-joined",
  "no-name",
  "name-incomplete",
  "name-not-split",
  "unknown-character",
  "not-kana",
  "not-an-address",
  "own-domain",
] as const satisfies Reason[];

function typedReason(reason: Reason): (typeof typedReasons)[number] | undefined {
  return typedReasons.find((one) => one === reason);
}

function columnOf({ field, reason }: Problem, typed: TypedLeaver): keyof TypedLeaver {
  if (reason === "not-kana" && field === "familyNameKana" && !typed.familyNameKana.trim())
    return "givenNameKana";
  if (
    isRegistered(typed) &&
    (field === "familyName" || field === "givenName") &&
    reason === "unknown-character"
  )
    return field === "familyName" ? "registeredFamilyName" : "registeredGivenName";
  return (field && columns[field]) ?? "familyName";
}

const columns: Partial<Record<Field, keyof TypedLeaver>> = {
  number: "number",
  name: "familyName",
  familyName: "familyName",
  givenName: "givenName",
  workFamilyName: "familyName",
  workGivenName: "givenName",
  familyNameKana: "familyNameKana",
  givenNameKana: "givenNameKana",
  preferredName: "preferredName",
  formerFamilyName: "formerFamilyName",
  joined: "joinedOn",
  left: "leftOn",
  department: "department",
  post: "title",
  employment: "employment",
  privateMail: "mail",
  workMail: "workMail",
};

function factsOf(
  person: FoundPerson,
): Omit<LeaverFacts, "deceased" | "ground" | "groundOn" | "groundDocument"> {
  const { number, familyName, givenName, familyNameKana, givenNameKana, preferredName, formerFamilyName } =
    person;
  const { registeredName, joinedOn, leftOn, department, title, employment, mail, workMail } = person;
  return {
    number,
    familyName,
    givenName,
    familyNameKana,
    givenNameKana,
    preferredName,
    formerFamilyName,
    registeredFamilyName: registeredName?.familyName ?? null,
    registeredGivenName: registeredName?.givenName ?? null,
    joinedOn,
    leftOn,
    department,
    title,
    employment,
    mail,
    workMail,
  };
}
