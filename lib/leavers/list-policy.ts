export const standings = ["left", "upcoming", "deceased"] as const;
/** Who has left; who will, or whose last day is not known; who died. */
export type Standing = (typeof standings)[number];

/** By their reading, the newest leaving first, the last added first. */
export const leaverSorts = ["name", "left", "added"] as const;
export type LeaverSort = (typeof leaverSorts)[number];

/** Where a leaver's invitation stands. "expired" and "none" are no states of it, but what its time and its absence say. */
export const invitationStatuses = [
  "none",
  "queued",
  "sent",
  "opened",
  "joined",
  "bounced",
  "unsure",
  "expired",
  "revoked",
] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

/** What the list is narrowed by whose values are listed. */
export const leaverDimensions = ["department", "employment", "tag", "left", "invitation"] as const;
export type LeaverDimension = (typeof leaverDimensions)[number];

/** What the list may show of a leaver beside their name, in its order. */
export const listColumns = [
  "number",
  "department",
  "title",
  "employment",
  "joined",
  "left",
  "mail",
  "tags",
  "ground",
  "invitation",
] as const;
export type ListColumn = (typeof listColumns)[number];

/** How many of the list stand on a page. */
export const leaversPage = 50;
/** Up to how many who match are counted, and changed at once. */
export const maxMatching = 10_000;
/** How many choices of a filter are offered at once. */
export const maxLeaverChoices = 50;
export const maxTags = 20;
/** How long texts may be, in characters. */
export const maxLeaverLength = {
  number: 40,
  name: 80,
  department: 120,
  title: 120,
  employment: 60,
  mail: 254,
  tag: 30,
  note: 2000,
  groundDocument: 200,
} as const;
