import { z } from "zod";
import type { MemberKind } from "#lib/auth/schema.ts";
import type { Limit } from "#lib/people/audiences.ts";
import type { CompanyField, Detail, Words } from "#lib/people/details.ts";

export const purposes = [
  "REHIRE",
  "CONTRACT_WORK",
  "MENTORING",
  "COLLABORATION",
  "PARTNERSHIP",
  "REFERRAL",
  "KEEP_IN_TOUCH",
] as const;
export const purposeSchema = z.enum(purposes);
export type Purpose = z.infer<typeof purposeSchema>;

/** Something that somebody is open to, with a line of their own where they wrote one. */
export type OpenTo = { purpose: Purpose; note: string | null };

export const memberIdSchema = z.uuid();

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
  /** The name of their photo, where they have one that the viewer sees. */
  photo?: string;
  /** What tells them apart in a list in which somebody else has their name. */
  apart?: string;
  /** What they are called besides, and found by: the given name of who goes by another, and the other way about. */
  otherName?: string;
};

/** A person's own page. Dates are days, YYYY-MM-DD. */
export type Person = PersonCard &
  History & {
    isViewer: boolean;
    /** The viewer's own time here, to be seen beside theirs; null on one's own page. */
    beside: History | null;
    overlap: Overlap | null;
    title: string | null;
    area: string | null;
    about: string | null;
    /** What they are open to. */
    purposes: OpenTo[];
    skills: string[];
    employer: string | null;
    employerTitle: string | null;
    industry: string | null;
    /** What they do there. */
    work: string | null;
    links: string[];
    /** What they answered to what the company asks besides, in its order. */
    details: Detail[];
  };

/** What of somebody's time here the viewer may see; null for what is hidden, `leftOn` also for who is still here. */
export type Career = { department: string | null; joinedOn: string | null; leftOn: string | null };

/**
 * Something that somebody held here besides what HR recorded, as they say themself. Months as YYYY-MM, the first and the last; both null where
 * they are hidden, `until` also for what goes on as long as they are here.
 */
export const positionSchema = z.object({
  department: z.string(),
  title: z.string().nullable(),
  from: z.string().nullable(),
  until: z.string().nullable(),
});
export type Position = z.infer<typeof positionSchema>;

/** A career with it. */
export type History = Career & { positions: readonly Position[] };

/** What somebody shares with the viewer of their time here; years. `until` is null where both are still there. */
export type Overlap = { department: string; from: string; until: string | null } | { joined: string };

/** Some of those with whom two people both worked, and how many there are, or at least are. */
export type MutualColleagues = { people: PersonCard[]; total: number; atLeast: boolean };

/** A person as the directory lists one. Dates are days, YYYY-MM-DD. */
export type DirectoryPerson = PersonCard &
  Career & {
    overlap?: Overlap;
    /** Where they are now, and as what. */
    employer?: string;
    employerTitle?: string;
    /** When they came into the network, ISO; where that is the order. */
    arrivedAt?: string;
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

/** What can be chosen of a dimension beside what else is asked, those with most people first. */
export type Choices = {
  choices: { value: string; people: number }[];
  /** There are more people than were counted: each number is the least. */
  atLeast: boolean;
};

/** What of one's own profile is worth a word, the most worth first: what is written and hidden, and what is not written. */
export const suggestionFields = [
  "department",
  "tenure",
  "work",
  "formerName",
  "purposes",
  "skills",
  "area",
  "headline",
] as const;

/** What one more field would bring. `value`: what is hidden in it, or, of purposes, what most people are open to. */
export type Suggestion = {
  field: (typeof suggestionFields)[number];
  value: string | null;
  /** How many people it is about, */
  people: number | null;
  /** or at least is. */
  atLeast: boolean;
};

export type Census = { alumni: number; employees: number; joinedRecently: number };

/** What HR recorded of somebody, and they may ask to have corrected. */
export const correctableFields = ["JOINED_ON", "LEFT_ON", "DEPARTMENT", "TITLE"] as const;
export type CorrectableField = (typeof correctableFields)[number];

/** What a member says about one of these. Days as YYYY-MM-DD, times ISO. */
export type Correction = {
  id: string;
  field: CorrectableField;
  recorded: string | null;
  proposed: string | null;
  /** Why. */
  note: string;
  status: "WAITING" | "CONFIRMED" | "DECLINED";
  askedAt: string;
  decidedAt: string | null;
  /** A word from HR. */
  answer: string | null;
};

/** As HR sees it. `decides`: the viewer may; about oneself somebody else does. */
export type AskedCorrection = Correction & {
  person: PersonCard;
  decides: boolean;
  decidedBy: string | null;
};
/** A field of the company's own as HR has it. `settling`: search has yet to follow its last change. */
export type DeskField = CompanyField & { place: number; retired: boolean; settling: boolean };

/** Who sees a field at most in the company, by its name in lib/people/audiences.ts or, of the company's own, by its id and with what it is called. */
export type DeskLimit = { field: string; widest: Limit; settling: boolean; name: Words | null };

/** A search of the directory that its member saved; `query` as the directory's address has it, without its place in the answer. */
export type SavedSearch = {
  id: string;
  name: string;
  query: string;
  /** By which way its member is told of whom it finds anew; null where they are not told. */
  notice: SearchNotice | null;
  /** How many it found anew since it was opened. */
  news: number;
};

/** `list`: by its place among the saved searches alone. `tooWide`: not now, since it finds too many people. */
export const searchNotices = ["push", "mail", "list", "tooWide"] as const;
type SearchNotice = (typeof searchNotices)[number];
