"use client";

import { Combobox } from "@base-ui/react/combobox";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { isSearching } from "#components/live/search-state.ts";
import { useSearch } from "#components/live/use-search.ts";
import { PersonLine } from "#components/person/person-line.tsx";
import { classNames } from "#components/ui/class-names.ts";
import { controlStyle } from "#components/ui/control-style.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { createEnterReader } from "#components/ui/enter-key.ts";
import { rowStyle } from "#components/ui/popup-style.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import type { Rehire } from "./rehire-key.ts";

type ContactDialogProps = ContactListProps & { open: boolean; onClose: () => void };

/** Asks to whom alone one would show that one would come back. */
export function ContactDialog({ open, onClose, ...list }: ContactDialogProps) {
  const text = useTranslations("people.edit.visibility.contact");
  return (
    <Dialog
      title={text("choose")}
      description={text("text")}
      open={open}
      onOpenChange={(next) => !next && onClose()}
    >
      <ContactList {...list} />
    </Dialog>
  );
}

type ContactListProps = {
  find: (q: string) => ReturnType<Rehire["find"]>;
  onChoose: (person: PersonCard) => void;
};
type KeyDown = NonNullable<ComponentProps<typeof Combobox.Input>["onKeyDown"]>;

function ContactList({ find, onChoose }: ContactListProps) {
  const text = useTranslations("people.edit.visibility.contact");
  const { search, type } = useSearch(find);
  const [enter] = useState(createEnterReader);
  const { q, found, error } = search;
  const people = q !== "" && found ? found.people : [];
  // Not the answer to the words before, nor what a conversion's Enter would choose.
  const readKey: KeyDown = (event) => {
    if (event.key === "Enter" && (!enter.sends(event.nativeEvent) || isSearching(search)))
      event.preventBaseUIHandler();
  };
  return (
    <Combobox.Root
      inline
      open
      autoHighlight
      filter={null}
      items={people}
      value={null}
      onValueChange={(person: PersonCard | null) => person && onChoose(person)}
      itemToStringLabel={({ displayName }: PersonCard) => displayName}
      onInputValueChange={(typed, { reason }) => {
        if (reason !== "item-press") type(typed);
      }}
    >
      <Combobox.Input
        aria-label={text("search")}
        placeholder={text("search")}
        maxLength={100}
        onKeyDown={readKey}
        onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
        className={classNames(controlStyle, "mt-4")}
      />
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
            </Combobox.Item>
          )}
        </Combobox.List>
      </div>
    </Combobox.Root>
  );

  function status(): string | null {
    if (error) return text("failed");
    if (q === "") return text("hint");
    if (people.length > 0) return null;
    return isSearching(search) ? text("searching") : text("nobody", { q });
  }
}
