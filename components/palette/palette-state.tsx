import { WifiOff } from "lucide";
import { useTranslations } from "next-intl";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { isSearching, type Search, type SearchError } from "#components/live/search-state.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Foreign } from "#components/ui/foreign.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Seat } from "#components/ui/illustrations/seat.tsx";
import { LiveRegion } from "#components/ui/live-region.tsx";

type PaletteStateProps = { search: Search<unknown>; count: number };

/** How the search stands: spoken always, shown where no line shows it. */
export function PaletteState({ search, count }: PaletteStateProps) {
  const text = useTranslations("palette");
  const errorText = useErrorText();
  const { q, error } = search;
  const searching = isSearching(search);
  const nothing = count === 0 && !error;
  return (
    <>
      <LiveRegion message={spoken()} />
      {error && (
        <p className="mx-4 flex gap-2 border-t border-hairline py-4 text-sm text-ink-soft first:border-t-0">
          {error.code === "offline" && <Icon icon={WifiOff} className="mt-[0.2lh] size-4.5 shrink-0" />}
          {errorText(error)}
        </p>
      )}
      {nothing && searching && <p className="p-4 text-sm text-ink-soft">{text("searching")}</p>}
      {nothing && !searching && (
        <EmptyState
          small
          picture={<Seat />}
          title={text.rich("empty.title", { q: () => <Foreign>{q}</Foreign> })}
        >
          {text("empty.text")}
        </EmptyState>
      )}
    </>
  );

  function spoken(): string {
    if (error) return errorText(error);
    if (q === "") return "";
    if (searching) return text("searching");
    return count === 0 ? text.markup("empty.title", { q: () => q }) : text("count", { count });
  }
}

function useErrorText(): (error: SearchError) => string {
  const text = useTranslations("palette");
  const refusalText = useRefusalText();
  return (error) => (error.code === "offline" ? text("offline") : refusalText(error));
}
