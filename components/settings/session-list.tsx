"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { List, ListItem } from "#components/ui/list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { Refusal } from "#lib/results.ts";
import { type SessionLine, SessionRow } from "./session-row.tsx";

export type EndState = { ended: number; refusal: Refusal | null };
type EndAction = (state: EndState, form: FormData) => Promise<EndState>;

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
  const describe = useRefusalText();
  const [one, endOne] = useActionState(end, { ended: 0, refusal: null });
  const [all, endAll] = useActionState(endOthers, { ended: 0, refusal: null });
  const ended = one.ended + all.ended;
  const refusal = one.refusal ?? all.refusal;
  const said = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone with its line.
  useEffect(() => {
    if (ended > 0) said.current?.focus();
  }, [ended]);
  return (
    <div className="grid gap-4">
      <div ref={said} tabIndex={-1} className="outline-none empty:hidden">
        {refusal ? (
          <Notice tone="error">{describe(refusal)}</Notice>
        ) : (
          ended > 0 && <Notice tone="success">{text("ended", { count: ended })}</Notice>
        )}
      </div>
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
