import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { z } from "zod";
import * as conversationActions from "#app/c/[company]/chat/conversation-actions.ts";
import { noteLook } from "#app/c/[company]/note-look.ts";
import { Conversation } from "#components/chat/conversation/conversation.tsx";
import { RequestView } from "#components/chat/conversation/request-view.tsx";
import { NotedLook } from "#components/desk/noted-look.tsx";
import { PersonBeside } from "#components/profile/person-beside.tsx";
import { noteProfileLook } from "#lib/audit/noting.ts";
import { requireViewer } from "#lib/auth/requests.ts";
import type { Viewer } from "#lib/auth/schema.ts";
import { findConversation } from "#lib/chat/messages.ts";
import { findRequest } from "#lib/chat/requests.ts";
import type { Thread } from "#lib/chat/schema.ts";
import { NotFound } from "#lib/errors.ts";
import { pack } from "#lib/packed.ts";
import { findPerson } from "#lib/people/people.ts";
import type { Person } from "#lib/people/schema.ts";

type ThreadPageProps = PageProps<"/c/[company]/chat/[threadId]">;

// A module is no object that React passes to a browser.
const actions = { ...conversationActions };

export async function generateMetadata(props: ThreadPageProps): Promise<Metadata> {
  const text = await getTranslations("chat");
  const conversation = await loadOf(props);
  if (!conversation) return { title: text("notFound.title") };
  return { title: conversation.thread.name || text("group.unnamed") };
}

export default async function ThreadPage(props: ThreadPageProps) {
  const { company } = await props.params;
  const conversation = await loadOf(props);
  if (!conversation) notFound();
  const { viewer, thread, page, at } = conversation;
  if (thread.standing === "asked") {
    const request = await findRequest(viewer, thread.id);
    noteRecordSeen(viewer, request.asker);
    return (
      <RequestView
        thread={thread}
        request={request}
        lines={page.lines}
        note={<NotedLook role={viewer.role} />}
      />
    );
  }
  const other = await findOther(viewer, thread);
  return (
    <div className="group/conversation flex min-h-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <Conversation
          // Lines that fold, or unfold, are others than those that a screen holds, of the same revision.
          key={`${thread.id} ${at} ${thread.folds}`}
          slug={company}
          viewerId={viewer.memberId}
          opened={pack({ thread, page })}
          at={at}
          actions={actions}
        />
      </div>
      {other && <PersonBeside company={company} person={other} />}
    </div>
  );
}

/** Who asks shows their years and departments. */
function noteRecordSeen(viewer: Viewer, person: Person | null): void {
  if (person) noteLook(viewer, () => noteProfileLook(viewer, person.memberId, { whole: false }));
}

/** With whom a direct conversation is, where they are here to be seen. What HR alone may see of them stands on their page, where it is noted. */
async function findOther(viewer: Viewer, { kind, people: [other], away }: Thread): Promise<Person | null> {
  if (kind !== "DIRECT" || !other || away) return null;
  const person = await orNull(findPerson(viewer, other.memberId));
  return person && viewer.role !== "MEMBER" ? withoutRecord(person) : person;
}

function withoutRecord(person: Person): Person {
  const nothing = { department: null, title: null, joinedOn: null, leftOn: null, positions: [] };
  return { ...person, ...nothing, purposes: person.purposes.filter(({ purpose }) => purpose !== "REHIRE") };
}

async function loadOf({ params, searchParams }: ThreadPageProps) {
  const { company, threadId } = await params;
  // The number of the line that was looked for. What cannot be read is left out.
  const { data: at = null } = numberSchema.safeParse((await searchParams).at);
  return loadConversation(company, threadId, at);
}

const numberSchema = z.coerce.number().pipe(z.int().min(1));

const loadConversation = cache(async (company: string, threadId: string, at: number | null) => {
  const viewer = await requireViewer(company);
  const found = await orNull(findConversation(viewer, threadId, at));
  return found && { viewer, ...found };
});

async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}
