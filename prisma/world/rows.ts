import type { Purpose } from "#lib/people/schema.ts";
import type { MemberKind, MemberRole, MemberStatus } from "./types.ts";

/** The rows of every table that the sample world fills, by the table: names as in schema.prisma, times in ISO 8601. */
export interface World {
  companies: {
    id: string;
    slug: string;
    name: string;
    nameEn: string;
    accentHue: number;
    status: "ACTIVE";
    createdAt: string;
  }[];
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
  profiles: {
    companyId: string;
    memberId: string;
    familyName: string;
    givenName: string;
    familyNameKana: string | null;
    givenNameKana: string | null;
    preferredName: string | null;
    formerFamilyName: string | null;
    formerFamilyNameKana: string | null;
    sortKey: string;
    joinedOn: string;
    leftOn: string | null;
    department: string;
    title: string | null;
    area: string | null;
    headline: string | null;
    about: string | null;
    purposes: readonly Purpose[];
    skills: readonly string[];
  }[];
  searchDocs: { companyId: string; memberId: string; audience: "MEMBER"; doc: string }[];
  feedEvents: { companyId: string; id: string; kind: "JOINED"; memberId: string; occurredAt: string }[];
  chatThreads: {
    companyId: string;
    id: string;
    kind: "DIRECT" | "GROUP";
    directKey: string | null;
    name: string | null;
    lastNumber: number;
    revision: number;
    lastMessageAt: string;
    createdAt: string;
  }[];
  chatParticipants: {
    companyId: string;
    threadId: string;
    memberId: string;
    state: "ACTIVE" | "ASKED";
    role: "MEMBER" | "ADMIN";
    askedBy: string | null;
    joinedAt: string;
  }[];
  chatPlaces: {
    companyId: string;
    threadId: string;
    memberId: string;
    readNumber: number;
    muted: boolean;
  }[];
  notifications: {
    companyId: string;
    memberId: string;
    kind: "CHAT";
    subject: string;
    pushedNumber: number;
    mailedNumber: number;
  }[];
  chatMessages: {
    companyId: string;
    threadId: string;
    number: number;
    revision: number;
    id: string;
    authorId: string;
    clientId: string;
    kind: "TEXT" | "NOTICE";
    text: string;
    folded: string;
    notice: { type: "created" } | null;
    quotedNumber: number | null;
    mentions: readonly string[];
    sentAt: string;
    editedAt: string | null;
  }[];
  chatReactions: {
    companyId: string;
    threadId: string;
    number: number;
    memberId: string;
    emoji: string;
    createdAt: string;
  }[];
}

export interface MemberRow {
  companyId: string;
  id: string;
  userId: string;
  kind: MemberKind;
  role: MemberRole;
  status: MemberStatus;
  createdAt: string;
  joinedAt: string | null;
}
