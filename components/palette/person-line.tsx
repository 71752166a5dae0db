import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { Kana } from "#components/person/kana.tsx";
import { KindMark } from "#components/person/kind-mark.tsx";
import { Name } from "#components/person/name.tsx";
import { Monogram } from "#components/ui/monogram.tsx";
import type { PersonCard } from "#lib/people/schema.ts";

type PersonLineProps = {
  person: PersonCard;
  /** For a pointer: the line as a whole leads to the person's page. */
  onWrite?: () => void;
};

export function PersonLine({ person, onWrite }: PersonLineProps) {
  const text = useTranslations("palette");
  return (
    <>
      <Monogram text={person.monogram} name={person.displayName} size="small" />
      <span className="min-w-0 flex-1 leading-snug">
        <span className="flex flex-wrap items-baseline gap-x-2.5">
          <Name className="font-medium">{person.displayName}</Name>
          {person.kana && (
            <span className="text-2xs text-ink-soft">
              <Kana>{person.kana}</Kana>
            </span>
          )}
        </span>
        {person.headline && <span className="block truncate text-xs text-ink-soft">{person.headline}</span>}
      </span>
      <KindMark kind={person.kind} />
      {onWrite && (
        // biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: an option holds no button; the keys are Ctrl or ⌘ with Enter.
        <span
          title={text("write")}
          onClick={(event) => {
            event.stopPropagation();
            onWrite();
          }}
          className="grid size-9 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-paper hover:text-ink"
        >
          <MessageCircle className="size-4.5" strokeWidth={1.75} aria-hidden="true" />
        </span>
      )}
    </>
  );
}
