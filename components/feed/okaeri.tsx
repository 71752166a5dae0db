"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { useChoice } from "#components/live/use-choice.ts";
import { BrandMarkAgain } from "#components/ui/brand-mark.tsx";
import { FacePile } from "#components/ui/face-pile.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { Okaeri as Answer } from "#lib/feed/schema.ts";
import { useAnswers } from "./okaeri-answers.tsx";
import { useLookedAt } from "./use-looked-at.ts";

type OkaeriProps = { lineId: string; name: string; answer: Answer };

const maxNamed = 2;
const giverList = latePart(() => import("./giver-list.tsx"));

/** Under a joining: a tap says おかえり, another takes it back; who said it, and, when that is pressed, all of them. */
export function Okaeri({ lineId, name, answer }: OkaeriProps) {
  const text = useTranslations("feed.okaeri");
  const separator = useTranslations("feed")("separator");
  const describe = useRefusalText();
  const { newer, give } = useAnswers();
  const line = newer[lineId] ?? answer;
  const {
    value: given,
    saving,
    choose,
  } = useChoice(line.given, (on: boolean) => give(lineId, line, on), { refresh: false });
  const [open, setOpen] = useState(false);
  const list = usePart(giverList, open, { whenIdle: false });
  const listId = useId();
  const row = useRef<HTMLDivElement>(null);
  useLookedAt(row, line.own && line.unread ? line.others : null);

  const count = line.others + (given ? 1 : 0);
  const named = [
    ...(given ? [text("you")] : []),
    ...line.people.map(({ displayName }) => text("name", { name: displayName })),
  ];
  const shown = named.slice(0, maxNamed);
  return (
    <div ref={row} className="okaeri">
      {!line.own && (
        <button
          type="button"
          aria-pressed={given}
          onClick={() => void choose(!given)}
          className="okaeri-give"
        >
          <span className={saving !== "untouched" && given ? "animate-settle origin-top" : undefined}>
            <BrandMarkAgain className="size-4" />
          </span>
          {text("give")}
          {count > 0 && <span className="tabular-nums">{text("count", { count })}</span>}{" "}
          <span className="sr-only">{text("to", { name })}</span>
        </button>
      )}
      {count > 0 && (
        <button
          type="button"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          data-unread={line.unread || undefined}
          onClick={() => setOpen(!open)}
          className="okaeri-said"
        >
          <FacePile silent people={line.people} size={24} />
          <span className="min-w-0 py-1 text-start">
            {text(line.own ? "from" : "said", {
              names: shown.join(separator),
              more: count - shown.length,
            })}
          </span>{" "}
          <span className="sr-only">
            {text("show", { count })} {line.unread && text("news")}
          </span>
        </button>
      )}
      <InlineError>{typeof saving === "object" ? describe(saving) : null}</InlineError>
      {open && list && <list.GiverList id={listId} lineId={lineId} answer={line} label={text("list")} />}
    </div>
  );
}
