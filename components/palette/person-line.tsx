import { Kana } from "#components/person/kana.tsx";
import { KindMark } from "#components/person/kind-mark.tsx";
import { Name } from "#components/person/name.tsx";
import { Monogram } from "#components/ui/monogram.tsx";
import type { PersonCard } from "#lib/people/schema.ts";

export function PersonLine({ person }: { person: PersonCard }) {
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
    </>
  );
}
