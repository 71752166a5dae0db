"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { type ComponentProps, useState } from "react";
import { plainLetters } from "#lib/letters.ts";
import { classNames } from "./class-names.ts";
import { controlStyle } from "./control-style.ts";
import { createEnterReader } from "./enter-key.ts";
import { useFieldControl } from "./field-context.ts";
import { popupStyle, rowStyle } from "./popup-style.ts";

/** `keywords`: what else it is found by. */
type Suggestion = { label: string; keywords?: string };

type SuggestInputProps = {
  /** What is offered, for the ear. */
  label: string;
  suggestions: readonly Suggestion[];
  value: string;
  onText: (text: string) => void;
  placeholder?: string;
};

type KeyDown = NonNullable<ComponentProps<typeof Autocomplete.Input>["onKeyDown"]>;

/** A text of one's own, or one of those that are offered while one types. */
export function SuggestInput({ label, suggestions, value, onText, placeholder }: SuggestInputProps) {
  const [enter] = useState(createEnterReader);
  const [open, setOpen] = useState(false);
  // Open with nothing in it, it would still hide the rest of the page from a screen reader.
  const isOffering = suggestions.some((suggestion) => holdsWord(suggestion, value));
  const readKey: KeyDown = (event) => {
    // It would take the text away.
    if (event.key === "Escape" && !(open && isOffering)) event.preventBaseUIHandler();
    if (event.key === "Enter" && !enter.sends(event.nativeEvent)) event.preventBaseUIHandler();
  };
  return (
    <Autocomplete.Root
      items={suggestions}
      itemToStringValue={({ label }: Suggestion) => label}
      filter={holdsWord}
      value={value}
      onValueChange={onText}
      open={open && isOffering}
      onOpenChange={setOpen}
      openOnInputClick
    >
      <Autocomplete.Input
        {...useFieldControl()}
        placeholder={placeholder}
        onKeyDown={readKey}
        onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
        className={controlStyle}
      />
      <Autocomplete.Portal>
        <Autocomplete.Positioner sideOffset={6} collisionPadding={8} className="z-30">
          <Autocomplete.Popup aria-label={label} className={classNames(popupStyle, "w-(--anchor-width)")}>
            <Autocomplete.List className="max-h-[min(16rem,var(--available-height))] overflow-y-auto overscroll-contain">
              {(suggestion: Suggestion) => (
                <Autocomplete.Item key={suggestion.label} value={suggestion} className={rowStyle}>
                  {suggestion.label}
                </Autocomplete.Item>
              )}
            </Autocomplete.List>
          </Autocomplete.Popup>
        </Autocomplete.Positioner>
      </Autocomplete.Portal>
    </Autocomplete.Root>
  );
}

function holdsWord({ label, keywords = "" }: Suggestion, typed: string): boolean {
  return plainLetters(`${label} ${keywords}`).includes(plainLetters(typed));
}
