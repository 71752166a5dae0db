"use client";

import { createContext, type ReactNode, useContext, useRef, useState } from "react";
import type * as actions from "#app/c/[company]/feed/actions.ts";
import { requestByHttp } from "#components/live/live-request.ts";
import { sendChoice } from "#components/live/sending.ts";
import { useCatchUp, useLiveEvent } from "#components/live/use-live-event.ts";
import type { Okaeri } from "#lib/feed/schema.ts";
import { companyHref } from "#lib/hrefs.ts";
import type { FeedLine } from "#lib/registry/feed.ts";

type OkaeriActions = Pick<typeof actions, "readOkaeriAction" | "listGiversAction" | "markLookedAction">;

type Answers = OkaeriActions & {
  company: string;
  /** What was read since the page was, by the line's id. */
  newer: Readonly<Record<string, Okaeri>>;
  give: (lineId: string, line: Okaeri, given: boolean) => ReturnType<typeof sendChoice>;
};

type Known = { of: readonly FeedLine[]; answers: Answers["newer"] };

const AnswersContext = createContext<Answers | null>(null);

type OkaeriAnswersProps = {
  company: string;
  lines: readonly FeedLine[];
  actions: OkaeriActions;
  children: ReactNode;
};

/** Of many answers at one time a page asks once. */
const pauseMs = 800;
/** A page that came this lately knows what there is. */
const freshMs = 10_000;

/** Keeps the answers to the lines of a page what they are: nothing moves by it but names and numbers. */
export function OkaeriAnswers({ company, lines, actions, children }: OkaeriAnswersProps) {
  const [known, setKnown] = useState<Known>({ of: lines, answers: {} });
  const [readAt] = useState(() => performance.now());
  const asked = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const answerable = lines.flatMap((line) => (line.kind === "JOINED" ? [line.id] : []));

  function learn(more: (newer: Answers["newer"]) => Answers["newer"]) {
    setKnown((now) => {
      const answers = answersTo(now, lines);
      return { of: lines, answers: { ...answers, ...more(answers) } };
    });
  }

  function readSoon(lineIds: readonly string[], within = 0) {
    for (const lineId of lineIds) asked.current.add(lineId);
    if (asked.current.size > 0) timer.current ??= setTimeout(read, pauseMs + Math.random() * within);
  }

  async function read() {
    timer.current = undefined;
    const lineIds = [...asked.current];
    asked.current.clear();
    const result = await requestByHttp(() => actions.readOkaeriAction(company, { lineIds }));
    if (result.ok) learn(() => result.data);
  }

  useLiveEvent("feed:answered", ({ eventId, within }) =>
    readSoon(
      answerable.filter((lineId) => lineId === eventId),
      within,
    ),
  );
  useCatchUp(() => {
    if (performance.now() - readAt > freshMs) readSoon(answerable);
  });

  async function give(lineId: string, line: Okaeri, given: boolean) {
    const path = `feed/${encodeURIComponent(lineId)}/okaeri`;
    const answer = await sendChoice(`/api${companyHref(company, path)}`, { given });
    if (answer.ok) learn((newer) => ({ [lineId]: { ...(newer[lineId] ?? line), given } }));
    else if (answer.code === "offline") readSoon([lineId]);
    return answer;
  }
  return (
    <AnswersContext value={{ ...actions, company, newer: answersTo(known, lines), give }}>
      {children}
    </AnswersContext>
  );
}

/** What is known of these very lines: a page that was read again says it itself. */
function answersTo(known: Known, lines: readonly FeedLine[]): Answers["newer"] {
  return known.of === lines ? known.answers : {};
}

export function useAnswers(): Answers {
  const answers = useContext(AnswersContext);
  if (!answers) throw new Error("a line of the feed outside of its page");
  return answers;
}
