"use client";

import { useTimeZone, useTranslations } from "next-intl";
import { useState } from "react";
import type { listLooksAction } from "#app/c/[company]/settings/my-data/actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Failure, requestByHttp } from "#components/live/live-request.ts";
import { Button } from "#components/ui/button.tsx";
import { DayText } from "#components/ui/date-text.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import { useToday } from "#components/ui/use-today.ts";
import type { Look, Looks as Page } from "#lib/audit/schema.ts";
import { daysOfLooks } from "./look-days.ts";

type LooksProps = {
  first: Page;
  /** Those before a place. */
  more: (asked: { before: string }) => ReturnType<typeof listLooksAction>;
};

/** Who of HR has looked at what others do not see: of a day and a person one line. */
export function Looks({ first, more }: LooksProps) {
  const text = useTranslations("settings.looks");
  const describe = useRefusalText();
  const today = useToday();
  const timeZone = useTimeZone() ?? "UTC";
  // Once older ones are there the first page stays as it was: a later one begins elsewhere.
  const [opened, setOpened] = useState<Page[]>([]);
  const [state, setState] = useState<"idle" | "asking" | Failure>("idle");
  const pages = opened.length > 0 ? opened : [first];
  const days = daysOfLooks(
    pages.flatMap(({ looks }) => looks),
    timeZone,
  );
  const next = pages.at(-1)?.next;

  async function ask(before: string) {
    setState("asking");
    const answer = await requestByHttp(() => more({ before }));
    setState(answer.ok ? "idle" : answer);
    if (answer.ok) setOpened([...pages, answer.data]);
  }
  return (
    <Section title={text("title")} description={text("text")} inMargin>
      {days.length > 0 ? (
        <List label={text("title")}>
          {days.map(({ id, day, by, matters }) => (
            <ListItem key={id}>
              <div className="grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(0,1fr)_auto] xl:grid-cols-1">
                <p className="font-medium">{nameOf(by)}</p>
                <p className="text-sm text-ink-soft sm:text-end xl:text-start">
                  <DayText day={day} today={today} />
                </p>
                <p className="text-sm sm:col-span-2 xl:col-span-1">
                  {matters.map((matter) => text(`matters.${matter}`)).join(text("comma"))}
                </p>
              </div>
            </ListItem>
          ))}
        </List>
      ) : (
        <p className="text-sm text-ink-soft">{text("none")}</p>
      )}
      {next && (
        <div className="mt-4">
          <Button size="small" onClick={() => void ask(next)} pending={state === "asking"}>
            {text("more")}
          </Button>
        </div>
      )}
      <InlineError>{typeof state === "object" ? describe(state) : null}</InlineError>
    </Section>
  );

  function nameOf(by: Look["by"]): string {
    return typeof by === "object" ? by.name : text(`by.${by}`);
  }
}
