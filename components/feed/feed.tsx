import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { FeedPage } from "#lib/feed/schema.ts";
import { homeHref } from "#lib/hrefs.ts";
import type { FeedLine } from "#lib/registry/feed.ts";
import { FeedList, type FeedViews } from "./feed-list.tsx";

type FeedProps = {
  company: string;
  page: FeedPage<FeedLine>;
  isNewest: boolean;
  views: FeedViews;
  /** Instead of the lines where there are none. */
  empty: ReactNode;
  /** What is asked before the lines. */
  question?: ReactNode;
};

/** One page of the feed and the ways to its neighbours. */
export function Feed({ company, page, isNewest, views, empty, question }: FeedProps) {
  const text = useTranslations("feed");
  const href = homeHref(company);
  return (
    <>
      <PageHeading title={text("title")} />
      {question}
      {empty || <FeedList company={company} lines={page.lines} views={views} />}
      {(page.next || !isNewest) && (
        <nav aria-label={text("pages")} className="flex flex-wrap justify-between gap-3">
          {page.next && (
            <LinkButton href={`${href}?before=${encodeURIComponent(page.next)}`}>{text("older")}</LinkButton>
          )}
          {!isNewest && (
            <LinkButton variant="quiet" href={href}>
              {text("newest")}
            </LinkButton>
          )}
        </nav>
      )}
    </>
  );
}
