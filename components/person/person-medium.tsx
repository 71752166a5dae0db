import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Monogram } from "#components/ui/monogram.tsx";
import { Kana } from "./kana.tsx";
import { KindMark } from "./kind-mark.tsx";
import { Name } from "./name.tsx";
import type { PersonView } from "./person-view.ts";

type PersonMediumProps = { person: PersonView; href?: string; aside?: ReactNode };

/** With an href the whole row is the link (its ListItem is the positioned box); the name alone is what it is called. */
export function PersonMedium({ person, href, aside }: PersonMediumProps) {
  const text = useTranslations("ui.person");
  return (
    <div className="flex gap-4">
      <Monogram text={person.monogram} name={person.displayName} />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-4">
          <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
            <Name href={href} className="palt text-lg font-medium after:absolute after:inset-0">
              {person.displayName}
            </Name>
            <span className="flex flex-wrap gap-x-3 text-xs text-ink-soft max-sm:basis-full">
              {person.kana && <Kana>{person.kana}</Kana>}
              {person.formerName && <span>{text("formerName", { name: person.formerName })}</span>}
            </span>
          </div>
          <KindMark kind={person.kind} />
        </div>
        {person.headline && <p className="text-sm">{person.headline}</p>}
        {aside && <div className="mt-0.5 text-xs text-ink-soft">{aside}</div>}
      </div>
    </div>
  );
}
