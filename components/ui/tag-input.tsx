"use client";

import { Combobox } from "@base-ui/react/combobox";
import { X } from "lucide";
import { useTranslations } from "next-intl";
import { type ComponentProps, useRef, useState } from "react";
import { plainLetters } from "#lib/letters.ts";
import { classNames } from "./class-names.ts";
import { createEnterReader } from "./enter-key.ts";
import { useFieldControl } from "./field-context.ts";
import { Icon } from "./icon.tsx";
import { popupStyle, rowStyle } from "./popup-style.ts";
import { addWords, holdsSeparator } from "./tag-words.ts";

type TagInputProps = {
  /** The name under which a form sends each word. */
  name?: string;
  defaultValue?: readonly string[];
  onChange?: (tags: readonly string[]) => void;
  /** Words that are offered while one types. */
  suggestions?: readonly string[];
  max?: number;
  /** Of one word, in characters. */
  maxLength?: number;
  placeholder?: string;
  disabled?: boolean;
};

type KeyDown = NonNullable<ComponentProps<typeof Combobox.Input>["onKeyDown"]>;

/** Words of one's own, one after the other: Enter, a comma or leaving the field adds one, the Enter that confirms a conversion doesn't. */
export function TagInput({
  name,
  defaultValue = [],
  onChange,
  suggestions = [],
  max = 20,
  maxLength = 30,
  placeholder,
  disabled,
}: TagInputProps) {
  const text = useTranslations("ui.tags");
  const [tags, setTags] = useState<readonly string[]>(defaultValue);
  const [typed, setTyped] = useState("");
  const [told, setTold] = useState("");
  const [open, setOpen] = useState(false);
  const [enter] = useState(createEnterReader);
  const marked = useRef<string>(undefined);
  const taken = new Set(tags.map(plainLetters));
  const offered = suggestions.filter((word) => !taken.has(plainLetters(word)));
  const suggesting = open && offered.length > 0;

  function change(next: readonly string[]) {
    const [gone] = tags.filter((tag) => !next.includes(tag));
    const [come] = next.filter((tag) => !tags.includes(tag));
    if (gone) setTold(text("removed", { tag: gone }));
    if (come) setTold(text("added", { tag: come }));
    setTags(next);
    onChange?.(next);
  }
  function add(words: string) {
    const { tags: next, added, refused } = addWords(tags, words, { max, maxLength });
    if (added.length > 0) change(next);
    setOpen(false);
    if (refused?.reason === "twice") setTold(text("twice", { tag: refused.word }));
    if (refused?.reason === "full") setTold(text("full", { count: max }));
    if (refused?.reason === "tooLong") setTold(text("tooLong", { count: maxLength }));
    // What was refused stays, to be changed.
    setTyped(refused && refused.reason !== "twice" ? refused.word : "");
  }
  const readKey: KeyDown = (event) => {
    // It would take all words away.
    if (event.key === "Escape" && !suggesting) return event.preventBaseUIHandler();
    if (event.key !== "Enter") return;
    if (!enter.sends(event.nativeEvent)) {
      event.preventDefault();
      return event.preventBaseUIHandler();
    }
    if (marked.current !== undefined || typed.trim() === "") return;
    event.preventDefault();
    event.preventBaseUIHandler();
    add(typed);
  };

  return (
    <Combobox.Root
      multiple
      items={offered}
      filter={(word: string, query: string) => plainLetters(word).includes(plainLetters(query))}
      value={[...tags]}
      onValueChange={(next: string[]) => {
        if (next.length > max) return setTold(text("full", { count: max }));
        change(next);
        setTyped("");
        setOpen(false);
      }}
      open={suggesting}
      onOpenChange={setOpen}
      inputValue={typed}
      onInputValueChange={(value, { event, reason }) => {
        if (reason !== "input-change") return;
        setTold("");
        const composing = "isComposing" in event && event.isComposing === true;
        if (!composing && holdsSeparator(value)) add(value);
        else setTyped(value);
      }}
      onItemHighlighted={(word: string | undefined) => {
        marked.current = word;
      }}
      disabled={disabled}
    >
      <Combobox.Chips aria-label={tags.length > 0 ? text("chosen") : undefined} className={boxStyle}>
        {tags.map((tag) => (
          <Combobox.Chip
            key={tag}
            aria-label={tag}
            className="flex min-h-8 max-w-full items-center gap-1 rounded-full bg-accent-soft ps-3 pe-1 text-sm data-highlighted:outline-2 data-highlighted:outline-accent-ink"
          >
            <span className="min-w-0 truncate">{tag}</span>
            <Combobox.ChipRemove
              aria-label={text("remove", { tag })}
              className="grid size-6 shrink-0 place-items-center rounded-full text-ink-soft hover:bg-surface hover:text-ink"
            >
              <Icon icon={X} className="size-4" />
            </Combobox.ChipRemove>
          </Combobox.Chip>
        ))}
        <Combobox.Input
          {...useFieldControl()}
          placeholder={tags.length === 0 ? placeholder : undefined}
          enterKeyHint="done"
          onKeyDown={readKey}
          onCompositionEnd={(event) => {
            enter.conversionEnded(event.timeStamp);
            const { value } = event.currentTarget;
            if (holdsSeparator(value)) add(value);
          }}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData("text/plain");
            if (!holdsSeparator(pasted)) return;
            event.preventDefault();
            add(`${typed}${pasted}`);
          }}
          onBlur={() => typed.trim() !== "" && add(typed)}
          className="h-8 min-w-32 flex-1 bg-transparent px-2 text-base outline-none placeholder:text-ink-soft"
        />
      </Combobox.Chips>
      {name && tags.map((tag) => <input key={tag} type="hidden" name={name} value={tag} />)}
      {/* What is open hides the rest from screen readers, but for what says aria-live. */}
      <p role="status" aria-live="polite" className="text-sm text-ink-soft empty:hidden">
        {told}
      </p>
      {offered.length > 0 && (
        <Combobox.Portal>
          <Combobox.Positioner sideOffset={6} collisionPadding={8} className="z-30">
            <Combobox.Popup
              aria-label={text("found")}
              className={classNames(popupStyle, "w-(--anchor-width) data-empty:hidden")}
            >
              <Combobox.List className="max-h-[min(16rem,var(--available-height))] overflow-y-auto overscroll-contain">
                {(word: string) => (
                  <Combobox.Item key={word} value={word} className={rowStyle}>
                    {word}
                  </Combobox.Item>
                )}
              </Combobox.List>
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      )}
    </Combobox.Root>
  );
}

const boxStyle =
  "flex min-h-11 flex-wrap items-center gap-1 rounded-control border border-line bg-surface p-1 has-[input:disabled]:opacity-55 has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-accent-ink has-[input[aria-invalid]]:border-wrong";
