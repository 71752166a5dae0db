import type { Audience, AudienceField } from "#lib/people/audiences.ts";
import type { Position, Purpose } from "#lib/people/schema.ts";

export type CompanySlug = "aoba" | "larkfield";
type MemberKind = "ALUMNUS" | "EMPLOYEE";
type MemberRole = "MEMBER" | "HR_ADMIN" | "OWNER";
type MemberStatus = "INVITED" | "ACTIVE" | "SUSPENDED";

/** What a member shows; dates as 2021-03-31. */
export interface ProfileDraft {
  familyName: string;
  givenName: string;
  familyNameKana: string | null;
  givenNameKana: string | null;
  preferredName: string | null;
  formerFamilyName: string | null;
  formerFamilyNameKana: string | null;
  joinedOn: string;
  leftOn: string | null;
  department: string;
  title: string | null;
  area: string | null;
  headline: string | null;
  about: string | null;
  purposes: readonly Purpose[];
  skills: readonly string[];
}

/** What few have written yet. */
export interface Beyond {
  employer: string | null;
  employerTitle: string | null;
  industry: string | null;
  work: string | null;
  links: readonly string[];
  purposeNotes: Partial<Record<Purpose, string>>;
  /** What they held here besides; drawn where nothing is said. */
  positions: readonly Position[];
  /** Of whom one showed or hid something; all else is as it is at first. */
  audiences: Partial<Record<AudienceField, Audience>>;
}

export interface Membership extends ProfileDraft, Partial<Beyond> {
  company: CompanySlug;
  kind: MemberKind;
  role: MemberRole;
  status: MemberStatus;
  /** When the person came to the network, or was invited. */
  daysAgo: number;
}

export interface Person {
  email: string;
  locale: "ja" | "en";
  timeZone: string;
  /** Who this is, for the one who tries the product. */
  note: { ja: string; en: string } | null;
  memberships: readonly Membership[];
}

/** For a membership that has none of the rarer names. */
export const noNames = {
  preferredName: null,
  formerFamilyName: null,
  formerFamilyNameKana: null,
  familyNameKana: null,
  givenNameKana: null,
};
