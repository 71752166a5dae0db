import { z } from "zod";
import { type MemberKind, memberKinds } from "#lib/auth/schema.ts";

const purposes = [
  "REHIRE",
  "CONTRACT_WORK",
  "REFERRAL",
  "COLLABORATION",
  "MENTORING",
  "KEEP_IN_TOUCH",
] as const;
export const purposeSchema = z.enum(purposes);
export type Purpose = z.infer<typeof purposeSchema>;

export const memberIdSchema = z.uuid();

// PostgreSQL keeps no NUL, and no name has control characters.
const sortKeySchema = z.string().regex(/^\P{Cc}+$/u);

/** A question to the directory. What cannot be read is left out, so that a mistyped address still shows a page. */
export const directoryQuerySchema = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, 100))
    .catch(""),
  kind: z.enum(memberKinds).optional().catch(undefined),
  /** Where to open the directory: the first sort key wanted. */
  from: sortKeySchema.max(10).optional().catch(undefined),
  after: z
    .string()
    .transform((text) => text.match(/^(.+)~(.+)$/)?.slice(1))
    .pipe(z.tuple([sortKeySchema.max(500), z.uuid()]))
    .transform(([sortKey, memberId]) => ({ sortKey, memberId }))
    .optional()
    .catch(undefined),
});
export type DirectoryQuery = z.infer<typeof directoryQuerySchema>;

/** A person wherever one stands on a page. */
export type PersonCard = {
  memberId: string;
  kind: MemberKind;
  displayName: string;
  /** Of a name that is written in kanji or kana. */
  kana: string | null;
  /** The former surname. */
  formerName: string | null;
  /** The two characters of the seal. */
  monogram: string;
  headline: string | null;
  /** What tells them apart in a list in which somebody else has their name. */
  apart?: string;
  /** What they are called besides, and found by: the given name of who goes by another, and the other way about. */
  otherName?: string;
};

/** A person's own page. Dates are days, YYYY-MM-DD. */
export type Person = PersonCard & {
  isViewer: boolean;
  department: string;
  title: string | null;
  area: string | null;
  about: string | null;
  joinedOn: string;
  leftOn: string | null;
  purposes: Purpose[];
  skills: string[];
};

/** A person as the directory lists one. Dates are days, YYYY-MM-DD. */
export type DirectoryPerson = PersonCard & {
  department: string;
  joinedOn: string;
  leftOn: string | null;
  /** The heading to stand under: a kana row, a Latin letter, or null for the rest. */
  row: string | null;
};

/** A heading of the directory, and the `from` that opens it there. */
export type DirectoryRow = { row: string | null; from: string };

export type DirectoryPage = {
  people: DirectoryPerson[];
  /** `after` of the next page, or null on the last one. */
  next: string | null;
  /** How many the whole answer holds, */
  total: number;
  /** or at least holds: there were more than a search goes through. */
  atLeast: boolean;
  /** All headings of the answer; none for a search. */
  rows: DirectoryRow[];
};

export type Census = { alumni: number; employees: number; joinedRecently: number };
