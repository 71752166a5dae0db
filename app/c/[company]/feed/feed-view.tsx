"use client";

import { type ReactNode, Suspense, useMemo } from "react";
import { findInCompanyAction } from "#app/c/[company]/palette-actions.ts";
import { WhoIsHere } from "#components/chat/threads/who-is-here.tsx";
import { CensusNote } from "#components/feed/census-note.tsx";
import { ChangedLine } from "#components/feed/changed-line.tsx";
import { Feed } from "#components/feed/feed.tsx";
import { JoinedLine } from "#components/feed/joined-line.tsx";
import { NewLines } from "#components/feed/new-lines.tsx";
import { OkaeriAnswers } from "#components/feed/okaeri-answers.tsx";
import { Page } from "#components/shell/page.tsx";
import { lateComponent } from "#components/ui/late-component.ts";
import type { FeedPage } from "#lib/feed/schema.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import type { Census } from "#lib/people/schema.ts";
import type { FeedLine } from "#lib/registry/feed.ts";
import {
  answerEmployerAction,
  countNewLinesAction,
  listGiversAction,
  markLookedAction,
  readOkaeriAction,
} from "./actions.ts";

type FeedViewProps = {
  company: string;
  page: Packed<FeedPage<FeedLine>>;
  /** No newer page comes before it. */
  isNewest: boolean;
  census: Census;
  /** Where one wrote that one works, to be asked whether that still holds. */
  employer: string | null;
  /** What stands there where nothing happened yet. */
  empty: ReactNode;
};

// What shows the lines of each kind.
const views = { JOINED: JoinedLine, CHANGED: ChangedLine };
// Twice a year one is asked.
const StillThere = lateComponent(async () => (await import("#components/feed/still-there.tsx")).StillThere);
const okaeri = { readOkaeriAction, listGiversAction, markLookedAction };

export function FeedView({ company, page: packed, isNewest, census, employer, empty }: FeedViewProps) {
  const page = useMemo(() => unpack(packed), [packed]);
  return (
    <Page
      aside={
        <div className="grid gap-4 xl:sticky xl:top-16">
          <CensusNote company={company} census={census} />
          <WhoIsHere company={company} find={findInCompanyAction} />
        </div>
      }
    >
      {isNewest && (
        <NewLines
          key={page.newest}
          company={company}
          newest={page.newest}
          countNewLines={countNewLinesAction}
        />
      )}
      <OkaeriAnswers company={company} lines={page.lines} actions={okaeri}>
        <Feed
          company={company}
          page={page}
          isNewest={isNewest}
          views={views}
          empty={empty}
          question={
            isNewest &&
            employer && (
              <Suspense>
                <StillThere company={company} employer={employer} answerAction={answerEmployerAction} />
              </Suspense>
            )
          }
        />
      </OkaeriAnswers>
    </Page>
  );
}
