import type { DateProblem } from "./dates.ts";
import type { Field } from "./fields.ts";

/** Where something stands: the file by its place among those that were read, from 0; the row as a spreadsheet counts, from 1. */
export type Place = { file: number; row: number };

export type Reason =
  | DateProblem
  | "outside-era"
  | "no-leaving-date"
  | "left-before-joined"
  | "active-but-left"
  | "rehired"
  | "no-name"
  | "name-incomplete"
  | "name-not-split"
  | "unknown-character"
  | "not-kana"
  | "reading-to-check"
  | "no-mail"
  | "not-an-address"
  | "own-domain"
  | "too-many-cells"
  | "too-long"
  | "rows-differ"
  | "not-in-other-file"
  | "same-number"
  | "same-mail"
  | "same-person"
  /** Of an import alone: somebody of this address is a member; or the company's records are not as HR saw them when they chose. */
  | "already-member"
  | "refused"
  | "changed-since";

/** What is wrong with somebody. With an error they can't be imported; a duplicate is the second of two, `like` says of whom. */
export type Problem = {
  /** Null where it is about the whole row. */
  field: Field | null;
  kind: "error" | "warning" | "duplicate";
  reason: Reason;
  /** What stands there, with its column from 0; null where there is no such cell. */
  cell: (Place & { column: number; text: string }) | null;
  like?: Place;
};

/** Somebody as files know them. Names keep their characters as they came, readings are hiragana, dates are days, YYYY-MM-DD. */
export type FoundPerson = {
  number: string | null;
  /** The name to show: the one used at work, where there is one. */
  familyName: string;
  givenName: string;
  familyNameKana: string | null;
  givenNameKana: string | null;
  preferredName: string | null;
  formerFamilyName: string | null;
  /** The registered name where another is shown: it only matches. */
  registeredName: { familyName: string; givenName: string } | null;
  joinedOn: string | null;
  leftOn: string | null;
  department: string | null;
  title: string | null;
  employment: string | null;
  /** Where to write to: none for whom there is none, or none but the company's own. */
  mail: string | null;
  /** Their address at the company. */
  workMail: string | null;
  /** "unclear": perhaps still employed; HR has to say. */
  standing: "left" | "upcoming" | "unclear" | "dead";
  /** Nothing keeps HR from inviting them. */
  invitable: boolean;
  /** The rows of which they are made. */
  from: { file: number; rows: number[] }[];
  problems: Problem[];
};
