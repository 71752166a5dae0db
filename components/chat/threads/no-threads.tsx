import { useTranslations } from "next-intl";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export function NoThreads({ slug }: { slug: string }) {
  const text = useTranslations("chat.threads");
  return (
    <div data-no-threads="" className="px-5">
      <EmptyState
        title={text("emptyTitle")}
        action={
          <LinkButton href={`/c/${slug}/directory`} variant="primary">
            {text("emptyAction")}
          </LinkButton>
        }
      >
        {text("emptyText")}
      </EmptyState>
    </div>
  );
}
