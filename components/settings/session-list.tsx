"use client";

import { Monitor, Smartphone } from "lucide";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { DateText } from "#components/ui/date-text.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { useToday } from "#components/ui/use-today.ts";
import { answered, type EndAction, EndedNote, type EndState, nothingEnded } from "./ended-note.tsx";
import { deviceOf } from "./user-agent.ts";

type SessionListProps = {
  sessions: readonly SessionLine[];
  end: EndAction;
  endOthers: EndAction;
};

/** Where one is signed in, this browser first, each but this one with a way to end it. */
export function SessionList({ sessions, end, endOthers }: SessionListProps) {
  const text = useTranslations("settings.sessions");
  // One after another, so that the message is about the last one.
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
              <SessionRow session={session} />
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

type SessionLine = { id: string; userAgent: string; lastSeenAt: string; current: boolean };
type SessionRowProps = { session: SessionLine };

/** A signed-in browser, in words. */
function SessionRow({ session }: SessionRowProps) {
  const today = useToday();
  const text = useTranslations("settings.sessions");
  const { browser, system } = deviceOf(session.userAgent);
  const device =
    browser && system ? text("device", { browser, system }) : (browser ?? system ?? text("unknownDevice"));
  const icon = system === "iPhone" || system === "Android" ? Smartphone : Monitor;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <Icon icon={icon} className="size-5 text-ink-soft" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{device}</p>
        <p className="text-sm text-ink-soft">
          {text.rich("lastSeen", {
            when: () => <DateText at={session.lastSeenAt} today={today} withTime />,
          })}
        </p>
      </div>
      {session.current ? (
        <Tag>{text("current")}</Tag>
      ) : (
        <Button
          type="submit"
          name="session"
          value={session.id}
          size="small"
          aria-label={text("endDevice", { device })}
        >
          {text("end")}
        </Button>
      )}
    </div>
  );
}
