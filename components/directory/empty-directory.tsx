import { useTranslations } from "next-intl";
import { type Asked, directoryHref } from "#components/navigation/directory-href.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Foreign } from "#components/ui/foreign.tsx";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { CompanyField } from "#lib/people/details.ts";
import type { DirectoryQuery } from "#lib/people/directory-query.ts";
import { nothingChosen, useChosen } from "./chosen.ts";

type EmptyDirectoryProps = { company: string; fields: readonly CompanyField[]; query: DirectoryQuery };

/** Nobody here: why, and the ways on. */
export function EmptyDirectory({ company, fields, query }: EmptyDirectoryProps) {
  const text = useTranslations("people.directory");
  const { from, after, ...asked } = query;
  const { q, kind } = asked;
  const chosen = useChosen(fields)(asked);
  if (from ?? after)
    return (
      <EmptyState
        picture={<Seat />}
        title={text("pastEnd.title")}
        action={<LinkButton href={directoryHref(company, asked)}>{text("pastEnd.action")}</LinkButton>}
      />
    );
  if (chosen.length > 0) return <EmptyFilters company={company} fields={fields} asked={asked} />;
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

type EmptyFiltersProps = { company: string; fields: readonly CompanyField[]; asked: Asked };

/** Nobody has all of what is chosen: each can be taken off here. */
function EmptyFilters({ company, fields, asked }: EmptyFiltersProps) {
  const text = useTranslations("people.filters.empty");
  const chosen = useChosen(fields)(asked);
  return (
    <EmptyState picture={<Seat />} title={text("title")}>
      <p>{text("text")}</p>
      <ul className="mt-6 flex flex-wrap justify-center gap-2">
        {asked.q !== "" && (
          <li>
            <LinkButton size="small" href={directoryHref(company, { ...asked, q: "" })}>
              {text("without", { label: asked.q })}
            </LinkButton>
          </li>
        )}
        {chosen.map(({ key, of, label, without }) => (
          <li key={key}>
            <LinkButton size="small" href={directoryHref(company, { ...asked, ...without })}>
              {text("without", { label: of ? `${of} ${label}` : label })}
            </LinkButton>
          </li>
        ))}
        {chosen.length > 1 && (
          <li>
            <LinkButton
              size="small"
              variant="quiet"
              href={directoryHref(company, { ...asked, ...nothingChosen })}
            >
              {text("clear")}
            </LinkButton>
          </li>
        )}
      </ul>
    </EmptyState>
  );
}
