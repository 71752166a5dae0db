import { listLooks } from "#lib/audit/looks.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { viewerOf } from "#lib/auth/viewers.ts";
import { findConversation } from "#lib/chat/messages.ts";
import { findPeople } from "#lib/chat/people.ts";
import { countUnread, listSharedGroups, listThreads } from "#lib/chat/thread-list.ts";
import { listFeed } from "#lib/feed/lines.ts";
import { countMembers } from "#lib/people/census.ts";
import { findMutualColleagues } from "#lib/people/colleagues.ts";
import { listOwnCorrections } from "#lib/people/corrections.ts";
import { countCorrections, listCorrectionsOf } from "#lib/people/decisions.ts";
import { listChoices, listDirectory } from "#lib/people/directory.ts";
import { type Dimension, directoryQuerySchema } from "#lib/people/directory-query.ts";
import { listFilters } from "#lib/people/filters.ts";
import { findOwnProfile } from "#lib/people/own-profile.ts";
import { findOwnCard, findPerson } from "#lib/people/people.ts";
import { findEmployerToConfirm, findSuggestion } from "#lib/people/reminders.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { withinRequest } from "#lib/request-context.ts";

/** Who loads a page of which company, and what it shows: another's page, a conversation. */
export type Visit = { token: string; slug: string; memberId: string; threadId: string };

/** What the crowds of benches are asked besides, each with nine choices. */
export const crowdFields = ["00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"];
const [club, site] = crowdFields;
const narrow = {
  department: ["経理部", "人事部"],
  joined: "2001-2010",
  area: "13",
  skill: "英語",
  kind: "ALUMNUS",
};
const farIn = `まつもと~${"0".repeat(8)}-0000-4000-8000-${"0".repeat(12)}`;

/** The pages of a company, each by what its layouts and itself read for one who loads it whole, as app/c/[company] asks it. */
export const pages: Record<string, (visit: Visit) => Promise<unknown>> = {
  directory: directory({}),
  "directory, employees": directory({ kind: "EMPLOYEE" }),
  "directory, far in": directory({ after: farIn }),
  "directory, a department": directory({ department: "経理部" }),
  "directory, a department, far in": directory({ department: "経理部", after: farIn }),
  "directory, a skill": directory({ skill: "英語" }),
  "directory, ten years": directory({ joined: "2001-2010" }),
  "directory, a year of leaving": directory({ left: "2012" }),
  "directory, an area": directory({ area: "13" }),
  "directory, a purpose": directory({ open: "MENTORING" }),
  "directory, an employer": directory({ employer: "藍染工房 7" }),
  "directory, a choice of the company's": directory({ field: `${club}.2` }),
  "directory, choices of two fields": directory({ field: [`${club}.2`, `${site}.3`, `${site}.4`] }),
  "directory, several filters": directory(narrow),
  "directory, several filters, far in": directory({ ...narrow, after: farIn }),
  "directory, all filters": directory({
    ...narrow,
    left: "1990-2012",
    open: "MENTORING",
    field: [`${club}.1`, `${club}.2`, `${site}.3`],
    with: "me",
  }),
  "directory, several filters and a name": directory({
    department: "経理部",
    joined: "2001-2010",
    q: "高橋",
  }),
  "directory, a name of thousands": directory({ q: "高橋" }),
  "directory, with me": directory({ with: "me" }),
  "directory, newest here": directory({ sort: "arrived" }),
  "directory, last changed, a department": directory({ sort: "changed", department: "経理部" }),
  "directory, last changed, several filters": directory({ sort: "changed", ...narrow }),
  "choices of a department": choices("department", {}),
  "choices of a skill, of a department": choices("skill", { department: "経理部", kind: "ALUMNUS" }),
  "choices of a year, of a department": choices("joined", { department: "経理部", kind: "ALUMNUS" }),
  "choices of an employer, of a department": choices("employer", { department: "経理部", kind: "ALUMNUS" }),
  "choices of an area, of several filters": choices("area", narrow),
  "⌘K, a name of thousands": page((viewer) => [findPeople(viewer, "高橋")]),
  person: page((viewer, { memberId }) => [
    findPerson(viewer, memberId),
    listSharedGroups(viewer, memberId),
    findMutualColleagues(viewer, memberId),
    listCorrectionsOf(viewer, memberId),
  ]),
  "own profile": page((viewer) => [
    findOwnProfile(viewer),
    countMembers(viewer),
    listOwnCorrections(viewer),
    findSuggestion(viewer),
  ]),
  feed: page((viewer) => [
    listFeed(viewer, feedLoaders, undefined),
    countMembers(viewer),
    findEmployerToConfirm(viewer),
  ]),
  "who of HR has looked": page((viewer) => [listLooks(viewer)]),
  "list of conversations": page((viewer) => [listThreads(viewer)]),
  conversation: page((viewer, { threadId }) => [listThreads(viewer), findConversation(viewer, threadId)]),
};

function directory(query: object): (visit: Visit) => Promise<unknown> {
  return page((viewer) => [listDirectory(viewer, directoryQuerySchema.parse(query)), listFilters(viewer)]);
}

function choices(dimension: Dimension, query: object): (visit: Visit) => Promise<unknown> {
  return page((viewer) => [listChoices(viewer, directoryQuerySchema.parse(query), dimension, "")]);
}

type Reads = (viewer: Viewer, visit: Visit) => Promise<unknown>[];

function page(reads: Reads): (visit: Visit) => Promise<unknown> {
  return (visit) =>
    visiting(visit, (viewer) =>
      Promise.all([
        findOwnCard(viewer),
        countUnread(viewer),
        countCorrections(viewer),
        ...reads(viewer, visit),
      ]),
    );
}

/** Does something as who visits, within a request. */
export function visiting<T>({ token, slug }: Visit, work: (viewer: Viewer) => Promise<T>): Promise<T> {
  return withinRequest({ requestId: crypto.randomUUID() }, async () => {
    const session = await findSession(token);
    const membership = session?.memberships.find((one) => one.slug === slug);
    if (!session || !membership) throw new Error("nobody who could load this page");
    return work(viewerOf(session.account, membership));
  });
}
