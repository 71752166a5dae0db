export type PersonKind = "ALUMNUS" | "EMPLOYEE";

/** What a page says of a person wherever one stands. */
export type PersonView = {
  memberId: string;
  displayName: string;
  kana: string | null;
  formerName: string | null;
  monogram: string;
  kind: PersonKind;
  headline: string | null;
  /** The name of their photo. */
  photo?: string;
  /** What tells them apart from a namesake of the same list. */
  apart?: string;
};
