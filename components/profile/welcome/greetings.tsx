"use client";

import { useTranslations } from "next-intl";
import { List, ListItem } from "#components/ui/list.tsx";
import { Section } from "#components/ui/section.tsx";
import type { DirectoryPerson } from "#lib/people/schema.ts";
import type { Greet } from "./greet.ts";
import { Greeting } from "./greeting.tsx";

type GreetingsProps = {
  company: string;
  /** The name of who greets. */
  name: string;
  people: readonly DirectoryPerson[];
  greet: Greet;
};

/** Those with whom one was here, to greet at once. */
export function Greetings({ company, name, people, greet }: GreetingsProps) {
  const text = useTranslations("joining.welcome.greeting");
  return (
    <Section title={text("title")} description={people.length > 0 ? text("text") : undefined}>
      {people.length === 0 ? (
        <p className="text-ink-soft">{text("nobody")}</p>
      ) : (
        <List>
          {people.map((person) => (
            <ListItem key={person.memberId}>
              <Greeting company={company} name={name} person={person} greet={greet} />
            </ListItem>
          ))}
        </List>
      )}
    </Section>
  );
}
