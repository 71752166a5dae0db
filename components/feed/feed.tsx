import { useTranslations } from "next-intl";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Tea } from "#components/ui/illustrations/tea.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { FeedPage } from "#lib/feed/schema.ts";
import { homeHref } from "#lib/hrefs.ts";
import type { FeedLine } from "#lib/registry/feed.ts";
import { FeedList, type FeedViews } from "./feed-list.tsx";

type FeedProps = { company: string; page: FeedPage<FeedLine>; isNewest: boolean; views: FeedViews };

/** One page of the feed and the ways to its neighbours. */
export function Feed({ company, page, isNewest, views }: FeedProps) {
  const text = useTranslations("feed");
  const href = homeHref(company);
  return (
    <>
      {page.lines.length === 0 ? (
        <EmptyState
          picture={<Tea />}
          title={text("empty.title")}
          action={<LinkButton href={directoryHref(company)}>{text("empty.action")}</LinkButton>}
        >
          {text("empty.text")}
        </EmptyState>
      ) : (
        <FeedList company={company} lines={page.lines} views={views} />
      )}
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
