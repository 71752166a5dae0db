"use client";

import { useTranslations } from "next-intl";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useThreadName } from "#components/chat/thread-name.ts";
import { ThreadFace } from "#components/chat/threads/thread-face.tsx";
import { KindMark } from "#components/person/kind-mark.tsx";
import { Name } from "#components/person/name.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SideSheet } from "#components/ui/side-sheet.tsx";
import { mayBlock, mayLeave, mayManage } from "#lib/chat/policy.ts";
import type { Thread } from "#lib/chat/schema.ts";
import { personHref } from "#lib/hrefs.ts";
import { AddPeople } from "./add-people.tsx";
import { BlockSwitch } from "./block-switch.tsx";
import { GroupLink } from "./group-link.tsx";
import { GroupNameForm } from "./group-name-form.tsx";
import { GroupPicture } from "./group-picture.tsx";
import { LeaveGroup } from "./leave-group.tsx";
import { MemberList } from "./member-list.tsx";
import { PlaceSwitches } from "./place-switches.tsx";

type ThreadDetailsProps = { thread: Thread; open: boolean; onOpenChange: (open: boolean) => void };

/** Everything about a thread but its lines. What the viewer may not do is not offered. */
export function ThreadDetails({ thread, open, onOpenChange }: ThreadDetailsProps) {
  const text = useTranslations("chat.details");
  return (
    <SideSheet
      title={text(thread.kind === "GROUP" ? "group" : "direct")}
      open={open}
      onOpenChange={onOpenChange}
    >
      <DetailsHead thread={thread} />
      <PlaceSwitches thread={thread} />
      <AddPeople thread={thread} />
      {thread.kind === "GROUP" && <MemberList thread={thread} />}
      {mayManage(thread) && <GroupLink thread={thread} />}
      {mayLeave(thread) && <LeaveGroup thread={thread} />}
      {mayBlock(thread) && <BlockSwitch thread={thread} />}
    </SideSheet>
  );
}

/** Who or what it is. Admins change a group's picture and name here. */
function DetailsHead({ thread }: { thread: Thread }) {
  const text = useTranslations("chat");
  const nameOf = useThreadName();
  const { slug } = useChatRoom();
  const other = thread.kind === "DIRECT" ? thread.people[0] : undefined;
  const manages = mayManage(thread);
  return (
    <div className="flex flex-col items-center border-b border-hairline py-6 text-center">
      {manages ? <GroupPicture thread={thread} /> : <ThreadFace slug={slug} thread={thread} size="large" />}
      {manages ? (
        <GroupNameForm thread={thread} />
      ) : (
        <p className="palt mt-4 text-lg font-medium break-words">
          <Name>{nameOf(thread)}</Name>
        </p>
      )}
      {other && (
        <>
          <p className="mt-1 flex flex-wrap items-center justify-center gap-x-3 text-sm text-ink-soft">
            <KindMark kind={other.kind} />
            {other.headline}
          </p>
          {/* The page of somebody who is not here is nowhere. */}
          {!thread.away && (
            <div className="mt-4">
              <LinkButton href={personHref(slug, other.memberId)} size="small">
                {text("details.profile")}
              </LinkButton>
            </div>
          )}
        </>
      )}
    </div>
  );
}
