import { useTranslations } from "next-intl";
import { Name } from "#components/person/name.tsx";
import { Reading } from "#components/person/reading.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { popupStyle, rowStyle } from "#components/ui/popup-style.ts";
import type { PersonCard } from "#lib/people/schema.ts";

type MentionListProps = {
  id: string;
  people: readonly PersonCard[];
  marked: PersonCard;
  optionId: (person: PersonCard) => string;
  onPick: (person: PersonCard) => void;
};

/** The names that are offered above the field. Choosing one by the pointer leaves the focus in it. */
export function MentionList({ id, people, marked, optionId, onPick }: MentionListProps) {
  const text = useTranslations("chat.composer");
  return (
    <div
      id={id}
      role="listbox"
      aria-label={text("mention")}
      className={classNames(
        popupStyle,
        "absolute start-0 bottom-full z-20 mb-2 max-h-64 w-80 max-w-full overflow-y-auto",
      )}
    >
      {people.map((person) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field reads the keys.
        <div
          key={person.memberId}
          id={optionId(person)}
          role="option"
          tabIndex={-1}
          aria-selected={person === marked}
          data-highlighted={person === marked ? "" : undefined}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
          className={rowStyle}
        >
          <Avatar person={person} size={24} />
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
            <Name className="truncate font-medium">{person.displayName}</Name>
            <Reading person={person} className="truncate" />
            {person.apart && <span className="truncate text-xs text-ink-soft">{person.apart}</span>}
          </span>
        </div>
      ))}
    </div>
  );
}
