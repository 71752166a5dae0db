import { findSession } from "#lib/auth/sessions.ts";
import { viewerOf } from "#lib/auth/viewers.ts";
import { findConversation } from "#lib/chat/messages.ts";
import { countUnread, listThreads } from "#lib/chat/thread-list.ts";
import { listFeed } from "#lib/feed/lines.ts";
import { countMembers } from "#lib/people/census.ts";
import { listDirectory } from "#lib/people/directory.ts";
import { findPerson } from "#lib/people/people.ts";
import { directoryQuerySchema } from "#lib/people/schema.ts";
import { feedLoaders } from "#lib/registry/feed.ts";
import { withinRequest } from "#lib/request-context.ts";

/** Who loads a page of which company, and what it shows: another's page, a conversation. */
export type Visit = { token: string; slug: string; memberId: string; threadId: string };

/** The pages of a company, each by what its layouts and itself read for one who loads it whole, as app/c/[company] asks it. */
export const pages: Record<string, (visit: Visit) => Promise<unknown>> = {
  directory: page((viewer) => [listDirectory(viewer, directoryQuerySchema.parse({}))]),
  "directory, employees": page((viewer) => [
    listDirectory(viewer, directoryQuerySchema.parse({ kind: "EMPLOYEE" })),
  ]),
  person: page((viewer, { memberId }) => [findPerson(viewer, memberId)]),
  feed: page((viewer) => [listFeed(viewer, feedLoaders, undefined), countMembers(viewer)]),
  "list of conversations": page((viewer) => [listThreads(viewer)]),
  conversation: page((viewer, { threadId }) => [listThreads(viewer), findConversation(viewer, threadId)]),
};

type Reads = (viewer: ReturnType<typeof viewerOf>, visit: Visit) => Promise<unknown>[];

function page(reads: Reads): (visit: Visit) => Promise<unknown> {
  return (visit) =>
    withinRequest({ requestId: crypto.randomUUID() }, async () => {
      const session = await findSession(visit.token);
      const membership = session?.memberships.find(({ slug }) => slug === visit.slug);
      if (!session || !membership) throw new Error("nobody who could load this page");
      const viewer = viewerOf(session.account, membership);
      return Promise.all([findPerson(viewer, viewer.memberId), countUnread(viewer), ...reads(viewer, visit)]);
    });
}
