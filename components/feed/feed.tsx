import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { FeedPage } from "#lib/feed/schema.ts";
import { FeedList } from "./feed-list.tsx";

type FeedProps = { company: string; page: FeedPage; isNewest: boolean };

/** One page of the feed and the ways to its neighbours. */
export function Feed({ company, page, isNewest }: FeedProps) {
  const text = useTranslations("feed");
  const href = `/c/${company}/feed`;
  return (
    <>
      {page.lines.length === 0 ? (
        <EmptyState
          title={text("empty.title")}
          action={<LinkButton href={`/c/${company}/directory`}>{text("empty.action")}</LinkButton>}
        >
          {text("empty.text")}
        </EmptyState>
      ) : (
        <FeedList company={company} lines={page.lines} />
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
