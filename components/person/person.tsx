import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Kana } from "./kana.tsx";
import { KindMark } from "./kind-mark.tsx";
import { Name } from "./name.tsx";
import type { PersonView } from "./person-view.ts";

type PersonProps =
  | {
      size: "small";
      person: Pick<PersonView, "memberId" | "displayName" | "monogram" | "kind">;
      href?: string;
    }
  | { size: "medium"; person: PersonView; href?: string; aside?: ReactNode }
  | { size: "large"; person: PersonView; aside?: ReactNode; actions?: ReactNode };

/** A person, everywhere: small in a line, medium as a row of a list, large as the head of their page (the page's h1). */
export function Person(props: PersonProps) {
  if (props.size === "small") return <PersonSmall person={props.person} href={props.href} />;
  if (props.size === "medium")
    return <PersonMedium person={props.person} href={props.href} aside={props.aside} />;
  return <PersonLarge person={props.person} aside={props.aside} actions={props.actions} />;
}

type PersonSmallProps = {
  person: Pick<PersonView, "memberId" | "displayName" | "monogram" | "kind">;
  href?: string;
};

function PersonSmall({ person, href }: PersonSmallProps) {
  return (
    <span className="inline-flex items-center gap-2">
      <Avatar person={person} />
      <Name href={href} className="self-baseline font-medium">
        {person.displayName}
      </Name>
    </span>
  );
}

type PersonMediumProps = { person: PersonView; href?: string; aside?: ReactNode };

/** With an href the whole row is the link (its ListItem is the positioned box); the name alone is what it is called. */
function PersonMedium({ person, href, aside }: PersonMediumProps) {
  const text = useTranslations("ui.person");
  return (
    <div className="flex gap-4">
      <Avatar person={person} size={48} />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-4">
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
            <Name href={href} className="palt text-base font-medium after:absolute after:inset-0">
              {person.displayName}
            </Name>
            <span className="flex flex-wrap gap-x-3 text-xs text-ink-soft max-sm:basis-full">
              {person.kana && <Kana>{person.kana}</Kana>}
              {person.formerName && <span>{text("formerName", { name: person.formerName })}</span>}
            </span>
          </div>
          <KindMark kind={person.kind} />
        </div>
        {person.headline && <p className="text-sm">{person.headline}</p>}
        {aside && <div className="mt-0.5 text-xs text-ink-soft">{aside}</div>}
      </div>
    </div>
  );
}

type PersonLargeProps = { person: PersonView; aside?: ReactNode; actions?: ReactNode };

/** The kana stand above the name to the eye, after it to the ear. */
function PersonLarge({ person, aside, actions }: PersonLargeProps) {
  const text = useTranslations("ui.person");
  return (
    <header className="grid gap-x-10 gap-y-6 pb-10 sm:grid-cols-[auto_1fr]">
      <Avatar person={person} size={112} />
      <div className="min-w-0">
        <div className="flex flex-col">
          <h1 className="text-xl leading-tight sm:text-2xl font-medium">
            <Name>{person.displayName}</Name>
          </h1>
          {person.kana && (
            <p className="order-first text-sm text-ink-soft">
              <Kana>{person.kana}</Kana>
            </p>
          )}
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
          {person.formerName && <span>{text("formerName", { name: person.formerName })}</span>}
          <KindMark kind={person.kind} />
          {aside}
        </div>
        {person.headline && <p className="mt-4">{person.headline}</p>}
        {actions && <div className="mt-6 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </header>
  );
}
