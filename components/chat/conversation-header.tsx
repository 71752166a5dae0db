import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Name } from "#components/person/name.tsx";
import { Monogram } from "#components/ui/monogram.tsx";
import type { PersonCard } from "#lib/people/schema.ts";

type ConversationHeaderProps = { slug: string; person: PersonCard };

export function ConversationHeader({ slug, person }: ConversationHeaderProps) {
  const text = useTranslations("chat.thread");
  return (
    <header className="flex min-h-16 shrink-0 items-center gap-3 border-b border-hairline px-2 py-2 md:min-h-20 md:px-8">
      <Link
        href={`/c/${slug}/chat`}
        aria-label={text("back")}
        className="grid size-11 shrink-0 place-items-center rounded-control text-ink-soft hover:text-ink md:hidden"
      >
        <ArrowLeft className="size-5.5" strokeWidth={1.75} aria-hidden="true" />
      </Link>
      <Monogram text={person.monogram} name={person.displayName} size="small" />
      <div className="min-w-0">
        <h1 className="truncate text-lg leading-snug font-medium">
          <Name href={`/c/${slug}/people/${person.memberId}`}>{person.displayName}</Name>
        </h1>
        {person.headline && <p className="truncate text-xs text-ink-soft">{person.headline}</p>}
      </div>
    </header>
  );
}
