"use client";

import { Combobox } from "@base-ui/react/combobox";
import { Check, X } from "lucide";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { useChatRoom } from "#components/chat/chat-room.tsx";
import { isSearching, type Search } from "#components/live/search-state.ts";
import { useSearch } from "#components/live/use-search.ts";
import { Name } from "#components/person/name.tsx";
import { PersonLine } from "#components/person/person-line.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { createEnterReader } from "#components/ui/enter-key.ts";
import { Icon } from "#components/ui/icon.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { rowStyle } from "#components/ui/popup-style.ts";
import { maxParticipants } from "#lib/chat/policy.ts";
import type { LatestThread } from "#lib/chat/schema.ts";
import type { PersonCard } from "#lib/people/schema.ts";

type PeoplePickerProps = {
  chosen: PersonCard[];
  onChange: (chosen: PersonCard[]) => void;
  /** Members who cannot be chosen: they are there already. */
  without?: readonly string[];
  /** How many fit into the group besides those who are in it. */
  room: number;
};

type KeyDown = NonNullable<ComponentProps<typeof Combobox.Input>["onKeyDown"]>;

/** Finds people as the directory does, and keeps those who were chosen in the field. Before anything is typed: whom one wrote with last. */
export function PeoplePicker({ chosen, onChange, without = [], room }: PeoplePickerProps) {
  const text = useTranslations("chat.picker");
  const { slug, viewerId, commands } = useChatRoom();
  const { search, type, now } = useSearch((q) => commands.findInCompanyAction(slug, { q }));
  const [typed, setTyped] = useState("");
  const [enter] = useState(createEnterReader);
  const people = foundPeople(search).filter(canBeChosen);

  const readKey: KeyDown = (event) => {
    if (event.key !== "Enter") return;
    if (!enter.sends(event.nativeEvent)) return event.preventBaseUIHandler();
    if (!isSearching(search)) return;
    event.preventBaseUIHandler();
    void chooseFirst();
  };
  function canBeChosen({ memberId }: PersonCard): boolean {
    return memberId !== viewerId && !without.includes(memberId);
  }
  // Anyone who types a name and Enter in one go means the first line of the answer, not of the one before.
  async function chooseFirst() {
    if (search.q === "") return;
    const first = (await now())?.people.find(canBeChosen);
    if (first && chosen.every(({ memberId }) => memberId !== first.memberId)) change([...chosen, first]);
  }
  function change(value: PersonCard[]) {
    onChange(value);
    setTyped("");
    type("");
  }

  return (
    <Combobox.Root
      inline
      open
      multiple
      autoHighlight
      filter={null}
      items={people}
      value={chosen}
      onValueChange={change}
      itemToStringLabel={({ displayName }) => displayName}
      isItemEqualToValue={(one, other) => one.memberId === other.memberId}
      inputValue={typed}
      onInputValueChange={(value, { reason }) => {
        if (reason === "item-press") return;
        setTyped(value);
        type(value);
      }}
    >
      <Combobox.Chips
        aria-label={chosen.length > 0 ? text("chosen") : undefined}
        className="flex max-h-32 min-h-11 flex-wrap items-center gap-2 overflow-y-auto rounded-control border border-line bg-surface p-1 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent-ink"
      >
        {chosen.map((person) => (
          <Combobox.Chip
            key={person.memberId}
            aria-label={person.displayName}
            className="flex min-h-8 items-center gap-0.5 rounded-full bg-accent-soft ps-3 pe-0.5 text-sm outline-offset-0 data-highlighted:outline-2 data-highlighted:outline-accent-ink"
          >
            <Name>{person.displayName}</Name>
            <Combobox.ChipRemove
              aria-label={text("remove", { name: person.displayName })}
              className="grid size-7 place-items-center rounded-full text-ink-soft hover:text-ink"
            >
              <Icon icon={X} className="size-4" />
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input
          aria-label={text("label")}
          placeholder={text("placeholder")}
          maxLength={100}
          onKeyDown={readKey}
          onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
          className="h-8 min-w-32 flex-1 bg-transparent px-2 text-base outline-none placeholder:text-ink-soft"
        />
      </Combobox.Chips>
      {chosen.length > room && (
        <InlineError>{text("tooMany", { max: maxParticipants, count: chosen.length - room })}</InlineError>
      )}
      <div className="mt-2 h-64 overflow-y-auto overscroll-contain">
        <Combobox.Status className="px-3 py-2 text-sm text-ink-soft empty:hidden">{status()}</Combobox.Status>
        <Combobox.List aria-label={text("found")} className="outline-none">
          {(person: PersonCard) => (
            <Combobox.Item
              key={person.memberId}
              value={person}
              className={classNames(rowStyle, "min-h-11 scroll-my-2 py-1 text-sm")}
            >
              <PersonLine person={person} />
              <Combobox.ItemIndicator>
                <Icon icon={Check} className="stroke-2 size-4.5 text-accent-ink" />
              </Combobox.ItemIndicator>
            </Combobox.Item>
          )}
        </Combobox.List>
      </div>
    </Combobox.Root>
  );

  function status(): string | null {
    const { q, error } = search;
    if (error) return text("searchFailed");
    if (q === "") return people.length > 0 ? text("latest") : text("hint");
    if (people.length > 0) return null;
    return isSearching(search) ? text("searching") : text("nobody", { q });
  }
}

type FoundPeople = { people: PersonCard[]; threads: LatestThread[] };

/** Those whom the words find; without words, the others of the latest direct threads. */
function foundPeople({ q, found }: Search<FoundPeople>): PersonCard[] {
  if (!found || (found.q === "") !== (q === "")) return [];
  if (found.q !== "") return found.people;
  return found.threads.flatMap(({ kind, people }) => (kind === "DIRECT" ? people : []));
}
