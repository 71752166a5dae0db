import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "#components/ui/avatar.tsx";
import { KindMark } from "./kind-mark.tsx";
import { Name } from "./name.tsx";
import type { PersonView } from "./person-view.ts";
import { Reading } from "./reading.tsx";

type PersonProps =
  | ({ size: "small" } & PersonSmallProps)
  | { size: "medium"; person: PersonView; href?: string; aside?: ReactNode }
  | { size: "large"; person: PersonView; aside?: ReactNode; actions?: ReactNode };

/** A person, everywhere: small in a line, medium as a row of a list, large as the head of their page (the page's h1). */
export function Person(props: PersonProps) {
  if (props.size === "small")
    return <PersonSmall person={props.person} href={props.href} coversRow={props.coversRow} />;
  if (props.size === "medium")
    return <PersonMedium person={props.person} href={props.href} aside={props.aside} />;
  return <PersonLarge person={props.person} aside={props.aside} actions={props.actions} />;
}

type PersonSmallProps = {
  person: Pick<PersonView, "memberId" | "displayName" | "monogram" | "kind" | "photo">;
  href?: string;
  /** The whole ListItem is the link. */
  coversRow?: boolean;
};

function PersonSmall({ person, href, coversRow = false }: PersonSmallProps) {
  return (
    <span className="person-inline">
      <Avatar person={person} />
      <Name href={href} className={coversRow ? "covers-row" : undefined}>
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
    <div className="person">
      <Avatar person={person} size={48} />
      <div className="person-words">
        <div className="person-name">
          <Name href={href} className="palt covers-row">
            {person.displayName}
          </Name>
          {person.formerName && (
            <span className="truncate text-xs text-ink-soft">
              {text("formerName", { name: person.formerName })}
            </span>
          )}
          <KindMark kind={person.kind} />
        </div>
        <Reading person={person} />
        {person.headline && <p>{person.headline}</p>}
        {aside && <div className="person-aside">{aside}</div>}
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
          <Reading person={person} className="order-first text-sm" />
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
