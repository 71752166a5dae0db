"use client";

import { type ReactNode, useMemo } from "react";
import { startThreadAction } from "#app/c/[company]/chat/thread-actions.ts";
import { WriteIcon } from "#components/chat/threads/write-icon.tsx";
import { DirectoryHead } from "#components/directory/directory-head.tsx";
import { DirectoryResults } from "#components/directory/directory-results.tsx";
import { RowLinks } from "#components/directory/row-links.tsx";
import { Page } from "#components/shell/page.tsx";
import { type Packed, unpack } from "#lib/packed.ts";
import type { DirectoryFilters, DirectoryQuery } from "#lib/people/directory-query.ts";
import type { DirectoryPage } from "#lib/people/schema.ts";
import * as searchActions from "./actions.ts";

type DirectoryViewProps = {
  company: string;
  filters: DirectoryFilters;
  viewerId: string;
  query: DirectoryQuery;
  page: Packed<DirectoryPage>;
  /** What stands there where nobody is found. */
  empty: ReactNode;
};

export function DirectoryView({
  company,
  filters,
  viewerId,
  query,
  page: packed,
  empty,
}: DirectoryViewProps) {
  const page = useMemo(() => unpack(packed), [packed]);
  const { from, after, ...asked } = query;
  return (
    <Page
      className="group/directory"
      head={
        <DirectoryHead
          company={company}
          filters={filters}
          asked={asked}
          page={page}
          actions={searchActions}
        />
      }
      aside={
        <RowLinks company={company} kind={query.kind} rows={page.rows} className="xl:sticky xl:top-14" />
      }
    >
      {empty || (
        <DirectoryResults
          company={company}
          asked={asked}
          started={Boolean(from ?? after)}
          page={page}
          action={{ Button: WriteIcon, start: startThreadAction, viewerId }}
        />
      )}
    </Page>
  );
}
