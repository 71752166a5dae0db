"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Failure, requestByHttp } from "#components/live/live-request.ts";
import { Person } from "#components/person/person.tsx";
import { Button } from "#components/ui/button.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { BareList } from "#components/ui/list.tsx";
import type { Givers, Okaeri } from "#lib/feed/schema.ts";
import { personHref } from "#lib/hrefs.ts";
import { useAnswers } from "./okaeri-answers.tsx";

type GiverListProps = {
  id: string;
  lineId: string;
  /** What is known of it: who said so is asked for again whenever that is another. */
  answer: Okaeri;
  label: string;
};

/** Who said おかえり to a line, the earliest first. */
export function GiverList({ id, lineId, answer, label }: GiverListProps) {
  const text = useTranslations();
  const describe = useRefusalText();
  const { company, listGiversAction } = useAnswers();
  const [found, setFound] = useState<Givers>({ people: [], next: null });
  const [state, setState] = useState<"asking" | "there" | Failure>("asking");
  /** How many are to be shown at least, as far as there are. */
  const wanted = useRef(1);
  const asked = useRef(0);

  /** Asks for those after a place, or for all of them again, until there are as many as are wanted. */
  async function ask(after: string | null) {
    const turn = ++asked.current;
    setState("asking");
    let known: Givers = { people: after ? found.people : [], next: after };
    do {
      const next = known.next ?? undefined;
      const result = await requestByHttp(() => listGiversAction(company, { lineId, after: next }));
      // What was asked for later is newer.
      if (turn !== asked.current) return;
      if (!result.ok) return setState(result);
      known = { ...result.data, people: [...known.people, ...result.data.people] };
    } while (known.next && known.people.length < wanted.current);
    setFound(known);
    setState("there");
  }
  function askMore() {
    wanted.current = found.people.length + 1;
    void ask(found.next);
  }
  const askAll = useEffectEvent(() => void ask(null));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer is a reason to ask again.
  useEffect(() => askAll(), [answer]);

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
          onClick={() => (typeof state === "object" ? void ask(null) : askMore())}
          className="justify-self-start"
        >
          {text(typeof state === "object" ? "errors.errorPage.retry" : "feed.okaeri.more")}
        </Button>
      )}
    </section>
  );
}
