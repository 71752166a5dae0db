"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { Name } from "#components/person/name.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogActions } from "#components/ui/dialog.tsx";
import { MenuAction, MenuLink, MenuSeparator } from "#components/ui/menu.tsx";
import { MenuButton } from "#components/ui/menu-button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { mayManage } from "#lib/chat/policy.ts";
import type { Participant, ParticipantRole, Thread } from "#lib/chat/schema.ts";
import { personHref } from "#lib/hrefs.ts";

type MemberRowProps = {
  thread: Thread;
  member: Participant;
  onRole: (role: ParticipantRole) => void;
  onRemove: () => Promise<unknown>;
};

/** A member of a group and, for its admins, what they may do with them. */
export function MemberRow({ thread, member: { person, role, state }, onRole, onRemove }: MemberRowProps) {
  const text = useTranslations("chat.members");
  const { slug, viewerId } = useChatRoom();
  const [removing, setRemoving] = useState(false);
  const isViewer = person.memberId === viewerId;
  const manages = mayManage(thread) && !isViewer;
  return (
    <li className="flex min-h-12 items-center gap-3">
      <Avatar person={person} />
      <span className="min-w-0 flex-1 leading-snug">
        <span className="block truncate text-sm font-medium">
          <Name href={personHref(slug, person.memberId)}>{person.displayName}</Name>
          {isViewer && <span className="ms-1 font-normal text-ink-soft">{text("you")}</span>}
        </span>
        {person.apart && <span className="block truncate text-xs text-ink-soft">{person.apart}</span>}
        {person.headline && <span className="block truncate text-xs text-ink-soft">{person.headline}</span>}
      </span>
      {role === "ADMIN" && <Tag>{text("admin")}</Tag>}
      {state === "ASKED" && <Tag>{text("asked")}</Tag>}
      {manages && (
        <MenuButton dots label={text("menu", { name: person.displayName })}>
          <MenuLink href={personHref(slug, person.memberId)}>{text("profile")}</MenuLink>
          {state === "ACTIVE" && (
            <MenuAction onSelect={() => onRole(role === "ADMIN" ? "MEMBER" : "ADMIN")}>
              {text(role === "ADMIN" ? "unmakeAdmin" : "makeAdmin")}
            </MenuAction>
          )}
          <MenuSeparator />
          <MenuAction danger onSelect={() => setRemoving(true)}>
            {text(state === "ASKED" ? "withdraw" : "remove")}
          </MenuAction>
        </MenuButton>
      )}
      <Dialog
        title={text("removeTitle", { name: person.displayName })}
        description={text("removeText")}
        open={removing}
        onOpenChange={setRemoving}
      >
        <DialogActions>
          <Button
            variant="danger"
            onClick={() => {
              setRemoving(false);
              void onRemove();
            }}
          >
            {text("removeConfirm")}
          </Button>
        </DialogActions>
      </Dialog>
    </li>
  );
}
