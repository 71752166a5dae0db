"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { List, ListItem } from "#components/ui/list.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { answered, type EndAction, EndedNote, type EndState, nothingEnded } from "./ended-note.tsx";
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
  // One after another, so that what is said is of the last.
  const [state, submit] = useActionState<EndState, FormData>(
    (known, form) => answered(form.has("session") ? end : endOthers)(known, form),
    nothingEnded,
  );
  return (
    <div className="grid gap-4">
      <EndedNote state={state}>{text("ended", { count: state.ended })}</EndedNote>
      <form action={submit}>
        <List label={text("title")}>
          {sessions.map((session) => (
            <ListItem key={session.id}>
              <SessionRow session={session} locale={locale} timeZone={timeZone} />
            </ListItem>
          ))}
        </List>
      </form>
      {sessions.length > 1 && (
        <form action={submit}>
          <SubmitButton variant="secondary">{text("endOthers")}</SubmitButton>
        </form>
      )}
    </div>
  );
}
