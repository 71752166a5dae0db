"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import type { ThreadActions } from "#components/chat/chat-actions.ts";
import { usePresence } from "#components/chat/frame/presence-provider.tsx";
import { Name } from "#components/person/name.tsx";
import { BareList } from "#components/ui/list.tsx";
import type { LatestThread } from "#lib/chat/schema.ts";
import { threadHref } from "#lib/hrefs.ts";
import { Apart } from "./apart.tsx";
import { ThreadFace } from "./thread-face.tsx";

type WhoIsHereProps = { company: string; find: ThreadActions["findInCompanyAction"] };

/** Of those with whom one wrote last, who is here at this moment; each name leads to the conversation. Only where there is room for it. */
export function WhoIsHere({ company, find }: WhoIsHereProps) {
  const text = useTranslations("chat.here");
  const id = useId();
  const [threads, setThreads] = useState<LatestThread[] | null>(null);
  const online = usePresence((threads ?? []).map(otherOf));
  useEffect(() => {
    const roomy = matchMedia("(min-width: 90rem)");
    let asked = false;
    async function ask() {
      if (asked || !roomy.matches) return;
      asked = true;
      const answer = await find(company, { q: "" }).catch(() => null);
      // Where nobody answers, the place stays free.
      if (answer?.ok) setThreads(answer.data.threads.filter(({ kind }) => kind === "DIRECT"));
    }
    void ask();
    roomy.addEventListener("change", ask);
    return () => roomy.removeEventListener("change", ask);
  }, [company, find]);

  if (!threads || threads.length === 0) return null;
  const here = threads.filter((thread) => online.has(otherOf(thread)));
  return (
    <section aria-labelledby={id} className="rounded-card bg-surface p-6 shadow-card max-[89.99rem]:hidden">
      <h2 id={id} className="text-sm font-semibold">
        {text("title")}
      </h2>
      {here.length === 0 ? (
        <p className="mt-2 text-sm text-ink-soft">{text("nobody")}</p>
      ) : (
        <BareList className="-mx-2 mt-2">
          {here.map((thread) => (
            <li key={thread.id}>
              <Link
                href={threadHref(company, thread.id)}
                className="flex min-h-11 items-center gap-3 rounded-control px-2 hover:bg-sunken"
              >
                <ThreadFace slug={company} thread={thread} size="small" online />
                <span className="min-w-0 truncate text-sm">
                  <Name className="font-medium">{thread.name}</Name>
                  <Apart thread={thread} />
                </span>
              </Link>
            </li>
          ))}
        </BareList>
      )}
    </section>
  );
}

function otherOf({ people }: LatestThread): string {
  return people[0]?.memberId ?? "";
}
