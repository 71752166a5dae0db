import type { TaskProgress } from "#lib/work/schema.ts";
import type { Mapping } from "./reading/columns.ts";
import type { Field } from "./reading/fields.ts";
import type { ReadFile } from "./reading/files.ts";
import type { FoundPerson, Problem, Reason } from "./reading/person.ts";

/** Days as YYYY-MM-DD, times as ISO. */
export type LeaverCard = {
  id: string;
  number: string | null;
  familyName: string;
  givenName: string;
  familyNameKana: string | null;
  givenNameKana: string | null;
  joinedOn: string | null;
  leftOn: string | null;
  department: string | null;
  title: string | null;
  mail: string | null;
  deceased: boolean;
  tags: string[];
};

export const importStates = [
  "READING",
  "READY",
  "APPLYING",
  "DONE",
  "UNDONE",
  "CANCELLED",
  "FAILED",
] as const;
export type ImportState = (typeof importStates)[number];

export const verdicts = ["NEW", "CHANGED", "UNCHANGED", "DECIDE", "ERROR"] as const;
export type Verdict = (typeof verdicts)[number];

export const decisions = ["TAKE", "MERGE", "LEAVE"] as const;
export type Decision = (typeof decisions)[number];

export const grounds = ["CONSENT", "NOTICE", "REQUEST"] as const;
export type Ground = (typeof grounds)[number];

/** For how many days an import may be undone. */
export const undoDays = 30;

/** An import in the list of them. */
export type ImportSummary = {
  id: string;
  state: ImportState;
  startedAt: string;
  /** Null for one of HR who has gone. */
  startedBy: string | null;
  files: string[];
  /** Whom it brought in, and whose record it changed; null before it is done. */
  outcome: { added: number; changed: number } | null;
  /** Until when it may be undone; null where it may not. */
  undoUntil: string | null;
  task: TaskProgress | null;
};

/** An import as its page shows it. */
export type ImportDetail = Omit<ImportSummary, "files"> & {
  /** What was recognised of each file, or why it was not read. */
  files: ReadFile[];
  /** Null until it has been read. */
  counts: ImportCounts | null;
  /** The domains of the company's own mail. */
  mailDomains: string[];
  /** Its newest task failed: the state says at what. */
  failed: boolean;
};

export type ImportCounts = Record<Verdict, number> & {
  /** Of all, those with a warning. */
  warned: number;
  /** Of those to decide about, those of whom HR said something. */
  decided: number;
  /** How many would be imported as it stands: new, changed. */
  adding: number;
  changing: number;
  /** Rows of the files that are about nobody who left: who works there, is on leave, sums, notes. */
  leftOut: { active: number; onLeave: number; totals: number; notes: number };
  /** People made of several rows. */
  joined: number;
  /** Of all, by the reason of a problem. */
  reasons: Partial<Record<Reason, number>>;
};

/** A column of `leavers` that files fill. */
export type LeaverColumn =
  | "number"
  | "familyName"
  | "givenName"
  | "familyNameKana"
  | "givenNameKana"
  | "preferredName"
  | "formerFamilyName"
  | "registeredFamilyName"
  | "registeredGivenName"
  | "joinedOn"
  | "leftOn"
  | "department"
  | "title"
  | "employment"
  | "mail"
  | "workMail"
  | "deceased";

/** A person of an import before it is applied. */
export type ImportRow = {
  place: number;
  person: Partial<Record<Exclude<LeaverColumn, "deceased">, string>> & { deceased?: boolean };
  problems: Problem[];
  /** The rows of the files that they are made of. */
  from: FoundPerson["from"];
  verdict: Verdict;
  decision: Decision | null;
  /** Whom they are, or may be: to be shown beside them. */
  leaver: LeaverCard | null;
  /** What was and what will be. */
  changes: Partial<Record<LeaverColumn, [before: string | null, after: string]>>;
  /** By field, what HR typed in place of what the file says. */
  fixed: Partial<Record<Field, string>>;
};

/** What of an import's people is listed: everybody, those of a verdict, or those with a warning. */
export type RowsAsked = { show: Verdict | "ALL" | "WARNED"; reason?: Reason; after?: number };

export type { Field, Mapping, Problem, ReadFile, Reason };
