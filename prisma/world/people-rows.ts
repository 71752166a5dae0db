import type { Audience, AudienceField, ViewerKind } from "#lib/people/audiences.ts";
import type { Details, FieldRow, LimitRow } from "./fields.ts";
import type { Beyond, Membership, ProfileDraft } from "./types.ts";

/** A membership with the row that was made of it. */
export interface Joined {
  email: string;
  membership: Membership;
  row: MemberRow;
}

/** A line of the feed, for one kind of viewer or for all. */
export type FeedEventRow = {
  companyId: string;
  id: string;
  kind: "JOINED" | "CHANGED";
  memberId: string;
  occurredAt: string;
  viewerKind: ViewerKind | null;
  sections: readonly string[];
};

/** Rows by their table: names as in schema.prisma, times in ISO 8601. */
export type PeopleRows = {
  companies: {
    id: string;
    slug: string;
    name: string;
    nameEn: string;
    accentHue: number;
    foundBy: readonly string[];
    mailDomains: readonly string[];
    doorKeys: string[];
    status: "ACTIVE";
    createdAt: string;
  }[];
  companyFields: FieldRow[];
  companyLimits: LimitRow[];
  users: {
    id: string;
    email: string;
    locale: string;
    timeZone: string;
    colorScheme: "SYSTEM";
    sample: true;
    createdAt: string;
  }[];
  members: MemberRow[];
  profiles: ProfileRow[];
  searchDocs: { companyId: string; memberId: string; viewerKind: ViewerKind; doc: string }[];
  feedEvents: FeedEventRow[];
};

type ProfileRow = ProfileDraft &
  Omit<Beyond, "audiences"> & { [Field in AudienceField as `${Field}Audience`]: Audience } & {
    companyId: string;
    memberId: string;
    sortKey: string;
    rehire: boolean;
    employerAskedAt: string | null;
    details: Details;
  };

export type MemberRow = Pick<Membership, "kind" | "role" | "status"> & {
  companyId: string;
  id: string;
  userId: string;
  createdAt: string;
  joinedAt: string | null;
  welcomedAt: string | null;
};
