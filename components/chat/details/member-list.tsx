"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { countPeople, inThread } from "#components/chat/threads/thread-people.ts";
import { useThreadCommand } from "#components/chat/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { BareList } from "#components/ui/list.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import type { Thread } from "#lib/chat/schema.ts";
import { matchMembers } from "./match-members.ts";
import { MemberRow } from "./member-row.tsx";

const few = 12;

/** Who is in a group: the admins first, then by name; of many the first, until one wants all or looks for somebody. */
export function MemberList({ thread }: { thread: Thread }) {
  const text = useTranslations("chat.members");
  const { slug, commands } = useChatRoom();
  const { run, error } = useThreadCommand();
  const [q, setQ] = useState("");
  const [all, setAll] = useState(false);
  const members = inThread(thread).toSorted(
    (a, b) => Number(b.role === "ADMIN") - Number(a.role === "ADMIN"),
  );
  const found = matchMembers(members, q);
  const shown = all || q ? found : found.slice(0, few);

  return (
    <section aria-labelledby="chat-members" className="border-b border-hairline py-4">
      <h3 id="chat-members" className="text-sm font-semibold">
        {text("title", countPeople(thread))}
      </h3>
      {members.length > few && (
        <SearchField
          label={text("search")}
          placeholder={text("search")}
          value={q}
          onChange={(event) => setQ(event.target.value)}
          className="mt-3"
        />
      )}
      <InlineError>{error}</InlineError>
      <BareList className="mt-2">
        {shown.map((member) => (
          <MemberRow
            key={member.person.memberId}
            thread={thread}
            member={member}
            onRole={(role) =>
              void run("role", () =>
                commands.setGroupRoleAction(slug, {
                  threadId: thread.id,
                  memberId: member.person.memberId,
                  role,
                }),
              )
            }
            onRemove={() =>
              run("remove", () =>
                commands.removeFromGroupAction(slug, {
                  threadId: thread.id,
                  memberId: member.person.memberId,
                }),
              )
            }
          />
        ))}
      </BareList>
      {thread.folds > 0 && <p className="py-3 text-sm text-ink-soft">{text("folds")}</p>}
      {q && found.length === 0 && <p className="py-3 text-sm text-ink-soft">{text("nobody", { q })}</p>}
      {shown.length < found.length && (
        <Button variant="quiet" size="small" wide onClick={() => setAll(true)}>
          {text("all", { count: found.length })}
        </Button>
      )}
    </section>
  );
}
