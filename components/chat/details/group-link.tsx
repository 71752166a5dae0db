"use client";

import { Check, Copy } from "lucide";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { useThreadCommand } from "#components/chat/use-command.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { Thread } from "#lib/chat/schema.ts";
import { companyHref } from "#lib/hrefs.ts";

/** The link by which members of the company join a group, while its admins want one. */
export function GroupLink({ thread }: { thread: Thread }) {
  const text = useTranslations("chat.link");
  const { slug, commands } = useChatRoom();
  const { run, pending, error } = useThreadCommand();
  const [copied, setCopied] = useState(false);
  const href = thread.joinToken && location.origin + companyHref(slug, `chat/join/${thread.joinToken}`);

  function change(name: string, on: boolean) {
    setCopied(false);
    void run(name, () => commands.setJoinLinkAction(slug, { threadId: thread.id, on }));
  }
  async function copy(address: string) {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  }
  return (
    <section aria-labelledby="chat-link" className="border-b border-hairline py-4">
      <h3 id="chat-link" className="text-sm font-semibold">
        {text("title")}
      </h3>
      <p className="mt-1 text-xs text-ink-soft">{text(href ? "textOn" : "textOff")}</p>
      {href ? (
        <>
          <TextInput
            aria-label={text("address")}
            readOnly
            value={href}
            onFocus={(event) => event.target.select()}
            className="mt-3 text-sm!"
          />
          <div className="mt-3 flex flex-wrap gap-2">
            <Button size="small" onClick={() => void copy(href)}>
              {copied ? <Icon icon={Check} className="size-4" /> : <Icon icon={Copy} className="size-4" />}
              <span role="status">{text(copied ? "copied" : "copy")}</span>
            </Button>
            <Button
              size="small"
              variant="quiet"
              pending={pending === "renew"}
              onClick={() => change("renew", true)}
            >
              {text("renew")}
            </Button>
            <Button
              size="small"
              variant="quiet"
              pending={pending === "off"}
              onClick={() => change("off", false)}
            >
              {text("off")}
            </Button>
          </div>
        </>
      ) : (
        <Button size="small" className="mt-3" pending={pending === "on"} onClick={() => change("on", true)}>
          {text("on")}
        </Button>
      )}
      <InlineError>{error}</InlineError>
    </section>
  );
}
