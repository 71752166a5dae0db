"use client";

import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import { createEnterReader, isForInputMethod } from "#components/ui/enter-key.ts";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { latePart, usePart } from "#components/ui/use-part.ts";
import type { PersonCard } from "#lib/people/schema.ts";
import { MentionList } from "./mention-list.tsx";
import { mentionQuery, withMention } from "./mention-query.ts";

// With all that names are folded by.
const names = latePart(() => import("./mention-choices.ts"));

type MentionFieldProps = Omit<ComponentProps<"textarea">, "value" | "onChange" | "ref"> & {
  field: RefObject<HTMLTextAreaElement | null>;
  value: string;
  onText: (text: string) => void;
  /** Who may be mentioned; nobody turns it off. */
  people: readonly PersonCard[];
  /** The Enter that sends, where there is a keyboard. */
  onEnter: () => void;
  onEscape?: () => void;
};

/** A text field in which "@" offers names. The focus stays in the field; the arrows move a mark along the names. */
export function MentionField({
  field,
  value,
  onText,
  people,
  onEnter,
  onEscape,
  ...rest
}: MentionFieldProps) {
  const say = useTranslations("chat.composer");
  const { latestAuthors } = useConversationView();
  const list = useId();
  const [enter] = useState(createEnterReader);
  const [caret, setCaret] = useState<number | null>(null);
  const [closed, setClosed] = useState<number | null>(null);
  const [mark, setMark] = useState(0);
  const query = people.length > 0 && caret !== null ? mentionQuery(value, caret) : null;
  const asking = query !== null && query.from !== closed;
  const part = usePart(names, asking, { whenIdle: people.length > 0 });
  const choices = asking && part ? part.mentionChoices(query.words, people, latestAuthors()) : [];
  const marked = choices[Math.min(mark, choices.length - 1)];

  function read(element: HTMLTextAreaElement) {
    const next = element.selectionStart === element.selectionEnd ? element.selectionStart : null;
    if (next !== caret) setMark(0);
    setCaret(next);
  }
  const pickFirst = useRef<(from: number) => void>(ignore);
  useEffect(() => {
    pickFirst.current = (from) => {
      // Somebody has picked, or written on, meanwhile.
      if (query?.from !== from) return;
      const [first] = names.come?.mentionChoices(query.words, people, latestAuthors()) ?? [];
      if (first) pick(first);
      else onEnter();
    };
  });
  /** An Enter that was pressed before the names were there counts once they are. */
  function pickOnceThere(from: number) {
    const goOn = () => pickFirst.current(from);
    void names.load().then(goOn, goOn);
  }
  function pick(person: PersonCard) {
    if (!query) return;
    const next = withMention(value, query, person.displayName);
    flushSync(() => {
      onText(next.text);
      setCaret(next.caret);
    });
    field.current?.focus();
    field.current?.setSelectionRange(next.caret, next.caret);
  }
  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // Leave keys to an open input method.
    if (isForInputMethod(event.nativeEvent)) return;
    if (marked && query && readForList(event, marked, query.from)) return event.preventDefault();
    if (asking && !part && !isTouch() && enter.sends(event.nativeEvent)) {
      event.preventDefault();
      return pickOnceThere(query.from);
    }
    if (event.key === "Escape" && onEscape) {
      event.preventDefault();
      return onEscape();
    }
    if (isTouch() || !enter.sends(event.nativeEvent)) return rest.onKeyDown?.(event);
    event.preventDefault();
    onEnter();
  }
  /** Whether the open list took the key. */
  function readForList(event: KeyboardEvent, person: PersonCard, from: number): boolean {
    const at = choices.indexOf(person);
    if (event.key === "ArrowDown") setMark((at + 1) % choices.length);
    else if (event.key === "ArrowUp") setMark((at - 1 + choices.length) % choices.length);
    else if (event.key === "Escape") setClosed(from);
    else if (isPick(event)) pick(person);
    else return false;
    return true;
  }
  function isPick(event: KeyboardEvent): boolean {
    return (event.key === "Tab" && !event.shiftKey) || enter.sends(event.nativeEvent);
  }
  return (
    <div className="relative min-w-0 flex-1">
      <TextArea
        {...rest}
        ref={field}
        value={value}
        onChange={(event) => {
          onText(event.currentTarget.value);
          read(event.currentTarget);
          setClosed(null);
        }}
        onSelect={(event) => read(event.currentTarget)}
        onBlur={() => setCaret(null)}
        onKeyDown={onKeyDown}
        onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
        aria-autocomplete={people.length > 0 ? "list" : undefined}
        aria-controls={marked ? list : undefined}
        aria-activedescendant={marked ? optionId(list, marked) : undefined}
      />
      {marked && (
        <MentionList
          id={list}
          people={choices}
          marked={marked}
          optionId={(person) => optionId(list, person)}
          onPick={pick}
        />
      )}
      <LiveRegion message={choices.length > 0 ? say("mentions", { count: choices.length }) : ""} />
    </div>
  );
}

function optionId(list: string, { memberId }: PersonCard): string {
  return `${list}-${memberId}`;
}

function ignore(): void {}

function isTouch(): boolean {
  return matchMedia("(pointer: coarse)").matches;
}
