import { useTranslations } from "next-intl";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Tea } from "#components/ui/illustrations/tea.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

/** Nothing has happened yet. */
export function EmptyFeed({ company }: { company: string }) {
  const text = useTranslations("feed.empty");
  return (
    <EmptyState
      picture={<Tea />}
      title={text("title")}
      action={<LinkButton href={directoryHref(company)}>{text("action")}</LinkButton>}
    >
      {text("text")}
    </EmptyState>
  );
}
