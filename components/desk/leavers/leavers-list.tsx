"use client";

import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ListSearch } from "#components/navigation/list-search.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Toast } from "#components/ui/toast.tsx";
import { companyHref } from "#lib/hrefs.ts";
import type { LeaversPage } from "#lib/leavers/list.ts";
import { maxMatching } from "#lib/leavers/list-policy.ts";
import type { LeaverQuery } from "#lib/leavers/list-query.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import { BulkActions, type Done, type InvitingActions, type LeaverActions } from "./bulk-actions.tsx";
import { ColumnMenu } from "./column-menu.tsx";
import { EmptyLeavers } from "./empty-leavers.tsx";
import { LeaversFilters, StandingLinks } from "./leavers-filters.tsx";
import { leaversHref, leaversParameters } from "./leavers-href.ts";
import { LeaversTable } from "./leavers-table.tsx";
import { SortMenu } from "./sort-menu.tsx";
import { useNarrowing } from "./use-narrowing.ts";
import { useSelection } from "./use-selection.ts";

type LeaversListProps = {
  company: string;
  query: LeaverQuery;
  page: Packed<LeaversPage>;
  today: string;
  actions: LeaverActions;
  inviting: InvitingActions;
};

/** HR's list of leavers: asked, leafed through, and worked on. */
export function LeaversList({ company, query, page: packed, today, actions, inviting }: LeaversListProps) {
  const text = useTranslations("leavers.list");
  const { leavers, next, total, atLeast } = useMemo(() => unpack(packed), [packed]);
  const { after, ...asked } = query;
  const { wanted, moving, narrow } = useNarrowing(company, asked);
  const chosen = useSelection(asked, total);
  const [done, setDone] = useState<Done | null>(null);
  const narrowing = { company, wanted, narrow };
  const undo = done?.undo;
  return (
    <div className="mx-auto w-full max-w-6xl px-4 pt-2 pb-16 sm:px-6 sm:pt-6 md:pt-16 lg:px-10">
      <div className="flex flex-wrap items-start justify-between gap-x-6">
        <PageHeading title={text("title")} />
        <div className="mb-4 flex flex-wrap gap-2">
          <LinkButton href={companyHref(company, "desk/leavers/new")}>{text("add")}</LinkButton>
          <LinkButton variant="primary" href={companyHref(company, "desk/leavers/import")}>
            {text("import")}
          </LinkButton>
        </div>
      </div>
      <div className="grid gap-3">
        <ListSearch
          action={leaversHref(company)}
          others={leaversParameters({ ...asked, q: "" })}
          q={asked.q}
          moving={moving}
          words={{
            label: text("search.label"),
            placeholder: text("search.placeholder"),
            submit: text("search.submit"),
          }}
          onSearch={(q) => narrow({ q }, "search")}
        />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <StandingLinks company={company} wanted={wanted} />
          <div className="flex flex-wrap items-center gap-2">
            <ColumnMenu wanted={wanted} narrow={narrow} />
            <SortMenu wanted={wanted} narrow={narrow} />
          </div>
        </div>
        <LeaversFilters {...narrowing} />
        <p role="status" className="text-end text-sm text-ink-soft tabular-nums">
          {text(atLeast ? "countAtLeast" : "count", { count: total })}
        </p>
      </div>
      {leavers.length === 0 ? (
        <EmptyLeavers company={company} query={query} />
      ) : (
        <div aria-busy={moving || undefined} className="transition-opacity delay-200 aria-busy:opacity-50">
          <LeaversTable
            {...narrowing}
            leavers={leavers}
            today={today}
            selected={shown()}
            onSelect={chosen.select}
          />
          <BulkActions
            company={company}
            chosen={chosen}
            // Of more than that nobody knows how many there are.
            all={!chosen.all && chosen.count === leavers.length && total > leavers.length ? total : null}
            tooMany={atLeast ? maxMatching : null}
            actions={actions}
            inviting={inviting}
            onDone={setDone}
          />
        </div>
      )}
      {(after || next) && (
        <nav aria-label={text("pages")} className="mt-6 flex justify-center gap-3">
          {after && <LinkButton href={leaversHref(company, asked)}>{text("first")}</LinkButton>}
          {next && <LinkButton href={leaversHref(company, asked, next)}>{text("next")}</LinkButton>}
        </nav>
      )}
      <Toast onOver={() => setDone(null)} onUndo={undo ? () => void undo().then(setDone) : undefined}>
        {done?.words ?? ""}
      </Toast>
    </div>
  );

  /** Of all who match, those on this page show it. */
  function shown(): ReadonlySet<string> {
    return chosen.all ? new Set(leavers.map(({ id }) => id)) : chosen.ids;
  }
}
