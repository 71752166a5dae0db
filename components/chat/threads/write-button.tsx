"use client";

import { MessageCircle } from "lucide";
import { useTranslations } from "next-intl";
import type { StartThread } from "#components/chat/chat-actions.ts";
import { keptText } from "#components/chat/state/kept-text.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { deviceStorage } from "#components/live/browser-storage.ts";
import { useOpenThread } from "#components/live/use-open-thread.ts";
import { Icon } from "#components/ui/icon.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

type WriteButtonProps = {
  company: string;
  memberId: string;
  start: StartThread;
  /** To write about something: what the button says, and the words that the composer then holds, unless something is being written there. */
  about?: { label: string; words: string; viewerId: string };
};

/** Opens the conversation with a person. */
export function WriteButton({ company, memberId, start, about }: WriteButtonProps) {
  const text = useTranslations("chat");
  const refusalText = useRefusalText();
  const { error, submit } = useOpenThread(company, async () => {
    const opened = await start(company, { name: null, memberIds: [memberId] });
    if (about && opened.ok) keptText(deviceStorage(), about.viewerId, opened.data).propose(about.words);
    return opened;
  });
  return (
    <form action={submit}>
      <SubmitButton {...(about && { variant: "secondary", size: "small" })}>
        {!about && <Icon icon={MessageCircle} className="size-4.5" />}
        {about?.label ?? text("write")}
      </SubmitButton>
      <InlineError>
        {error && (error.code === "not-found" ? text("unreachable") : refusalText(error))}
      </InlineError>
    </form>
  );
}
