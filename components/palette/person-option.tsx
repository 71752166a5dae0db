import { MessageCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { PersonLine } from "#components/person/person-line.tsx";
import type { PersonCard } from "#lib/people/schema.ts";

type PersonOptionProps = {
  person: PersonCard;
  /** For a pointer: the line as a whole leads to the person's page. */
  onWrite?: () => void;
};

export function PersonOption({ person, onWrite }: PersonOptionProps) {
  const text = useTranslations("palette");
  return (
    <PersonLine person={person}>
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
    </PersonLine>
  );
}
