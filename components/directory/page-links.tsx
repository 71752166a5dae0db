import { useTranslations } from "next-intl";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { DirectoryQuery } from "#lib/people/schema.ts";

type PageLinksProps = { company: string; query: DirectoryQuery; next: string | null };

export function PageLinks({ company, query: { q, kind, from, after }, next }: PageLinksProps) {
  const text = useTranslations("people.directory");
  const started = Boolean(from ?? after);
  if (!next && !started) return null;
  return (
    <nav aria-label={text("pages")} className="mt-8 flex flex-wrap justify-between gap-3">
      {next && (
        <LinkButton href={directoryHref(company, { q, kind, after: next })}>{text("next")}</LinkButton>
      )}
      {started && (
        <LinkButton variant="quiet" href={directoryHref(company, { q, kind })}>
          {text("first")}
        </LinkButton>
      )}
    </nav>
  );
}
