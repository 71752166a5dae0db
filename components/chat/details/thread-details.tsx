"use client";

import { useTranslations } from "next-intl";
import { Sheet } from "#components/ui/sheet.tsx";
import { mayBlock, mayLeave, mayManage } from "#lib/chat/policy.ts";
import type { Thread } from "#lib/chat/schema.ts";
import { AddPeople } from "./add-people.tsx";
import { BlockSwitch } from "./block-switch.tsx";
import { DetailsHead } from "./details-head.tsx";
import { GroupLink } from "./group-link.tsx";
import { LeaveGroup } from "./leave-group.tsx";
import { MemberList } from "./member-list.tsx";
import { PlaceSwitches } from "./place-switches.tsx";

type ThreadDetailsProps = { thread: Thread; open: boolean; onOpenChange: (open: boolean) => void };

/** Everything about a thread but its lines. What the viewer may not do is not offered. */
export function ThreadDetails({ thread, open, onOpenChange }: ThreadDetailsProps) {
  const text = useTranslations("chat.details");
  return (
    <Sheet title={text(thread.kind === "GROUP" ? "group" : "direct")} open={open} onOpenChange={onOpenChange}>
      <DetailsHead thread={thread} />
      <PlaceSwitches thread={thread} />
      <AddPeople thread={thread} />
      {thread.kind === "GROUP" && <MemberList thread={thread} />}
      {mayManage(thread) && <GroupLink thread={thread} />}
      {mayLeave(thread) && <LeaveGroup thread={thread} />}
      {mayBlock(thread) && <BlockSwitch thread={thread} />}
    </Sheet>
  );
}
