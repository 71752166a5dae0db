import { useTranslations } from "next-intl";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Foreign } from "#components/ui/foreign.tsx";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { DirectoryQuery } from "#lib/people/schema.ts";

type EmptyDirectoryProps = { company: string; query: DirectoryQuery };

/** Nobody here: why, and the one way on. */
export function EmptyDirectory({ company, query: { q, kind, from, after } }: EmptyDirectoryProps) {
  const text = useTranslations("people.directory");
  if (from ?? after)
    return (
      <EmptyState
        picture={<Seat />}
        title={text("pastEnd.title")}
        action={<LinkButton href={directoryHref(company, { q, kind })}>{text("pastEnd.action")}</LinkButton>}
      />
    );
  if (q === "")
    return (
      <EmptyState
        picture={<Lantern />}
        title={text("emptyKind.title")}
        action={kind && <LinkButton href={directoryHref(company)}>{text("emptyKind.action")}</LinkButton>}
      >
        {text("emptyKind.text")}
      </EmptyState>
    );
  return (
    <EmptyState
      picture={<Seat />}
      title={text.rich("emptySearch.title", { q: () => <Foreign>{q}</Foreign> })}
      action={
        <LinkButton href={directoryHref(company, kind && { q })}>
          {kind ? text("emptySearch.everybody") : text("emptySearch.reset")}
        </LinkButton>
      }
    >
      {text("emptySearch.text")}
    </EmptyState>
  );
}
