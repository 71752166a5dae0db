import type { ReactNode } from "react";
import { PersonLarge } from "./person-large.tsx";
import { PersonMedium } from "./person-medium.tsx";
import { PersonSmall } from "./person-small.tsx";
import type { PersonView } from "./person-view.ts";

type PersonProps =
  | { size: "small"; person: Pick<PersonView, "displayName" | "monogram">; href?: string }
  | { size: "medium"; person: PersonView; href?: string; aside?: ReactNode }
  | { size: "large"; person: PersonView; aside?: ReactNode; actions?: ReactNode };

/** A person, everywhere: small in a line, medium as a row of a list, large as the head of their page (the page's h1). */
export function Person(props: PersonProps) {
  if (props.size === "small") return <PersonSmall person={props.person} href={props.href} />;
  if (props.size === "medium")
    return <PersonMedium person={props.person} href={props.href} aside={props.aside} />;
  return <PersonLarge person={props.person} aside={props.aside} actions={props.actions} />;
}
