"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Person } from "#components/person/person.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Umbrellas } from "#components/ui/illustrations/umbrellas.tsx";
import { List, ListItem } from "#components/ui/list.tsx";
import type { PersonCard } from "#lib/people/schema.ts";
import { answered, type EndAction, EndedNote, nothingEnded } from "./ended-note.tsx";

type BlockedListProps = { people: readonly PersonCard[]; end: EndAction };

/** Whom one has blocked, each with a way to let them come again. */
export function BlockedList({ people, end }: BlockedListProps) {
  const text = useTranslations("settings.blocked");
  const [state, endOne] = useActionState(answered(end), nothingEnded);
  return (
    <div className="grid gap-4">
      <EndedNote state={state}>{text("ended")}</EndedNote>
      {people.length === 0 ? (
        <EmptyState small picture={<Umbrellas />} title={text("nobodyTitle")} />
      ) : (
        <form action={endOne}>
          <List label={text("title")}>
            {people.map((person) => (
              <ListItem key={person.memberId}>
                <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
                  <Person size="small" person={person} />
                  <Button
                    type="submit"
                    name="member"
                    value={person.memberId}
                    size="small"
                    aria-label={text("endPerson", { name: person.displayName })}
                  >
                    {text("end")}
                  </Button>
                </div>
              </ListItem>
            ))}
          </List>
        </form>
      )}
    </div>
  );
}
