"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Failure, requestByHttp } from "#components/live/live-request.ts";
import { Person } from "#components/person/person.tsx";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { BareList } from "#components/ui/list.tsx";
import type { Givers } from "#lib/feed/schema.ts";
import { personHref } from "#lib/hrefs.ts";
import { useAnswers } from "./okaeri-answers.tsx";

type GiverListProps = { id: string; lineId: string; label: string };

/** Who said おかえり to a line, the earliest first. */
export function GiverList({ id, lineId, label }: GiverListProps) {
  const text = useTranslations();
  const describe = useRefusalText();
  const { company, listGiversAction } = useAnswers();
  const [found, setFound] = useState<Givers>({ people: [], next: null });
  const [state, setState] = useState<"asking" | "there" | Failure>("asking");

  async function ask(after: string | null) {
    setState("asking");
    const result = await requestByHttp(() =>
      listGiversAction(company, { lineId, after: after ?? undefined }),
    );
    if (result.ok)
      setFound(({ people }) => ({
        ...result.data,
        people: [...(after ? people : []), ...result.data.people],
      }));
    setState(result.ok ? "there" : result);
  }
  const first = useEffectEvent(() => void ask(null));
  useEffect(() => first(), []);

  return (
    <section id={id} aria-label={label} aria-busy={state === "asking"} className="mt-2 grid w-full gap-2">
      <BareList className="flex flex-wrap gap-x-6 gap-y-1">
        {found.people.map((person) => (
          <li key={person.memberId} className="min-h-8">
            <Person size="small" person={person} href={personHref(company, person.memberId)} />
          </li>
        ))}
      </BareList>
      {state === "asking" && found.people.length === 0 && (
        <p className="text-sm text-ink-soft">{text("ui.loading")}</p>
      )}
      <InlineError>{typeof state === "object" ? describe(state) : null}</InlineError>
      {(found.next || typeof state === "object") && (
        <Button
          variant="quiet"
          size="small"
          pending={state === "asking"}
          onClick={() => void ask(found.next)}
          className="justify-self-start"
        >
          {text(typeof state === "object" ? "errors.errorPage.retry" : "feed.okaeri.more")}
        </Button>
      )}
    </section>
  );
}
