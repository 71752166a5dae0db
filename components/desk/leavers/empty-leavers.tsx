import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Foreign } from "#components/ui/foreign.tsx";
import { Lantern } from "#components/ui/illustrations/lantern.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { companyHref } from "#lib/hrefs.ts";
import type { LeaverQuery } from "#lib/leavers/list-query.ts";
import { leaversHref, leaversParameters } from "./leavers-href.ts";

/** Nobody here: why, and the ways on. */
export function EmptyLeavers({ company, query }: { company: string; query: LeaverQuery }) {
  const text = useTranslations("leavers.list");
  const { after, ...asked } = query;
  const { q } = query;
  if (after)
    return (
      <EmptyState
        picture={<Seat />}
        title={text("pastEnd.title")}
        action={<LinkButton href={leaversHref(company, asked)}>{text("first")}</LinkButton>}
      />
    );
  if (leaversParameters({ ...asked, sort: "name", column: [] }).size === 0)
    return (
      <EmptyState
        picture={<Lantern />}
        title={text("none.title")}
        action={
          <LinkButton variant="primary" href={companyHref(company, "desk/leavers/import")}>
            {text("import")}
          </LinkButton>
        }
      >
        {text("none.text")}
      </EmptyState>
    );
  return (
    <EmptyState
      picture={<Seat />}
      title={
        q ? text.rich("notFound.wordsTitle", { q: () => <Foreign>{q}</Foreign> }) : text("notFound.title")
      }
      action={<LinkButton href={leaversHref(company)}>{text("notFound.action")}</LinkButton>}
    >
      {text("notFound.text")}
    </EmptyState>
  );
}
