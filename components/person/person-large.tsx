import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Monogram } from "#components/ui/monogram.tsx";
import { Kana } from "./kana.tsx";
import { KindMark } from "./kind-mark.tsx";
import { Name } from "./name.tsx";
import type { PersonView } from "./person-view.ts";

type PersonLargeProps = { person: PersonView; aside?: ReactNode; actions?: ReactNode };

/** The kana stand above the name to the eye, after it to the ear. */
export function PersonLarge({ person, aside, actions }: PersonLargeProps) {
  const text = useTranslations("ui.person");
  return (
    <header className="grid gap-x-10 gap-y-6 pb-10 sm:grid-cols-[auto_1fr]">
      <Monogram text={person.monogram} name={person.displayName} size="large" />
      <div className="min-w-0">
        <div className="flex flex-col">
          <h1 className="text-display leading-tight font-medium">
            <Name>{person.displayName}</Name>
          </h1>
          {person.kana && (
            <p className="order-first text-sm text-ink-soft">
              <Kana>{person.kana}</Kana>
            </p>
          )}
        </div>
        <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
          {person.formerName && <span>{text("formerName", { name: person.formerName })}</span>}
          <KindMark kind={person.kind} />
          {aside}
        </div>
        {person.headline && <p className="mt-5 text-lg">{person.headline}</p>}
        {actions && <div className="mt-6 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </header>
  );
}
