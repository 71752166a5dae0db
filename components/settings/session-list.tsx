"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { List, ListItem } from "#components/ui/list.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { type EndAction, EndedNote, nothingEnded } from "./ended-note.tsx";
import { type SessionLine, SessionRow } from "./session-row.tsx";

type SessionListProps = {
  sessions: readonly SessionLine[];
  locale: string;
  timeZone: string;
  end: EndAction;
  endOthers: EndAction;
};

/** Where one is signed in, this browser first, each but this one with a way to end it. */
export function SessionList({ sessions, locale, timeZone, end, endOthers }: SessionListProps) {
  const text = useTranslations("settings.sessions");
  const [one, endOne] = useActionState(end, nothingEnded);
  const [all, endAll] = useActionState(endOthers, nothingEnded);
  const ended = one.ended + all.ended;
  return (
    <div className="grid gap-4">
      <EndedNote state={{ ended, refusal: one.refusal ?? all.refusal }}>
        {text("ended", { count: ended })}
      </EndedNote>
      <form action={endOne}>
        <List label={text("title")}>
          {sessions.map((session) => (
            <ListItem key={session.id}>
              <SessionRow session={session} locale={locale} timeZone={timeZone} />
            </ListItem>
          ))}
        </List>
      </form>
      {sessions.length > 1 && (
        <form action={endAll}>
          <SubmitButton variant="secondary">{text("endOthers")}</SubmitButton>
        </form>
      )}
    </div>
  );
}
