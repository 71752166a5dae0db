"use client";

import { Autocomplete } from "@base-ui/react/autocomplete";
import { Dialog } from "@base-ui/react/dialog";
import { Search, WifiOff, X } from "lucide";
import { useTranslations } from "next-intl";
import {
  type ComponentProps,
  type RefObject,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { findInCompanyAction } from "#app/c/[company]/palette-actions.ts";
import { isSearching } from "#components/live/search-state.ts";
import { useSearch } from "#components/live/use-search.ts";
import { createEnterReader } from "#components/ui/enter-key.ts";
import { Icon } from "#components/ui/icon.tsx";
import { type OptionGroup, optionGroups, type PaletteOption } from "./options.ts";
import type { PalettePage } from "./pages.ts";
import { PaletteKeys } from "./palette-keys.tsx";
import { PaletteLine, type ThreadLine } from "./palette-line.tsx";
import { PaletteState } from "./palette-state.tsx";
import type { TypedBefore } from "./palette-wait.tsx";

export type FindInCompany = typeof findInCompanyAction;

type PaletteSearchProps = {
  field: RefObject<HTMLInputElement | null>;
  company: string;
  viewerId: string;
  pages: readonly PalettePage[];
  find: FindInCompany;
  ThreadLine: ThreadLine;
  /** What was typed before this field was there. */
  before: TypedBefore;
  /** Why what was chosen does not open. */
  error: string | null;
  onChoose: (href: string) => void;
  onWrite: (memberId: string) => void;
};

type KeyDown = NonNullable<ComponentProps<typeof Autocomplete.Input>["onKeyDown"]>;

/** The field and what it finds. The focus stays in the field; the arrows move a mark along the lines. */
export function PaletteSearch({
  field,
  company,
  viewerId,
  pages,
  find,
  ThreadLine,
  before,
  error,
  onChoose,
  onWrite,
}: PaletteSearchProps) {
  const text = useTranslations("palette");
  const [typed, setTyped] = useState(before.typed);
  const [enter] = useState(createEnterReader);
  const { search, type, now } = useSearch((q) => find(company, { q }));
  const goOn = useEffectEvent(() => {
    if (before.typed) type(before.typed);
    if (before.entered) void chooseFirst(before.typed.trim());
  });
  useEffect(() => goOn(), []);
  // At once, as the field before it goes: a key between the two would be nobody's.
  useLayoutEffect(() => field.current?.focus(), [field]);
  const marked = useRef<{ option?: PaletteOption; byHand: boolean }>({ byHand: false });
  const groups = optionGroups(company, pages, search);
  const searching = isSearching(search);

  const readKey: KeyDown = (event) => {
    if (event.key !== "Enter") return;
    if (!enter.sends(event.nativeEvent)) return event.preventBaseUIHandler();
    const { option, byHand } = marked.current;
    const memberId = writableOf(option);
    if ((event.ctrlKey || event.metaKey) && memberId) {
      event.preventBaseUIHandler();
      return onWrite(memberId);
    }
    if (!searching || byHand || option?.type === "page") return;
    event.preventBaseUIHandler();
    void chooseFirst();
  };
  /** The member of the option, if one can write to them. */
  function writableOf(option: PaletteOption | undefined): string | null {
    return option?.type === "person" && option.person.memberId !== viewerId ? option.person.memberId : null;
  }
  // Anyone who types a name and Enter in one go means the first line of the answer, not of the one before.
  async function chooseFirst(q = search.q) {
    const found = await now(q);
    const [first] = found ? optionGroups(company, pages, { q, found: { q, ...found } }) : [];
    if (first?.items[0]) onChoose(first.items[0].href);
  }

  return (
    <Autocomplete.Root
      open
      inline
      items={groups}
      filter={null}
      value={typed}
      onValueChange={(value, { reason }) => {
        if (reason === "item-press") return;
        setTyped(value);
        type(value);
      }}
      onItemHighlighted={(option, { reason }) => {
        marked.current = { option, byHand: reason !== "none" };
      }}
      autoHighlight="always"
      keepHighlight
    >
      <div className="relative flex items-center gap-3 border-b border-hairline ps-4 pe-2 has-[input:focus-visible]:border-accent">
        <Icon icon={Search} className="size-5 shrink-0 text-ink-soft" />
        <Autocomplete.Input
          ref={field}
          aria-label={text("field.label")}
          placeholder={text("field.placeholder")}
          maxLength={100}
          enterKeyHint="go"
          onKeyDown={readKey}
          onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
          className="h-14 min-w-0 flex-1 bg-transparent text-base text-ink outline-none placeholder:text-ink-soft"
        />
        <Dialog.Close
          aria-label={text("close")}
          className="grid size-10 shrink-0 place-items-center rounded-control text-ink-soft hover:bg-sunken hover:text-ink"
        >
          <Icon icon={X} className="size-5" />
        </Dialog.Close>
        <span
          aria-hidden="true"
          data-searching={searching && search.q !== "" ? "" : undefined}
          className="absolute inset-x-0 -bottom-px h-0.5 overflow-hidden opacity-0 transition-opacity data-searching:opacity-100 data-searching:delay-150"
        >
          <span className="block h-full w-2/5 animate-thread bg-accent" />
        </span>
      </div>
      {error && (
        <p role="alert" className="flex gap-2 border-b border-hairline px-4 py-3 text-sm">
          <Icon icon={WifiOff} className="mt-[0.2lh] size-4.5 shrink-0" />
          {error}
        </p>
      )}
      {/* What goes on below fades out: no row looks cut off by the footer, and the last one ends above it. */}
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain mask-b-from-[calc(100%-2.25rem)] mask-b-to-100%">
        <Autocomplete.List
          aria-label={text("results")}
          className="scroll-pt-2 scroll-pb-10 p-2 pb-10 outline-none data-empty:p-0"
        >
          {(group: OptionGroup) => (
            <Autocomplete.Group key={group.name} items={group.items} className="not-first:pt-3">
              <Autocomplete.GroupLabel className="px-3 py-1 text-xs text-ink-soft">
                {text(`groups.${group.name}`)}
              </Autocomplete.GroupLabel>
              <Autocomplete.Collection>
                {(option: PaletteOption) => {
                  const memberId = writableOf(option);
                  return (
                    <PaletteLine
                      key={option.href}
                      company={company}
                      option={option}
                      ThreadLine={ThreadLine}
                      onChoose={() => onChoose(option.href)}
                      onWrite={memberId ? () => onWrite(memberId) : undefined}
                    />
                  );
                }}
              </Autocomplete.Collection>
            </Autocomplete.Group>
          )}
        </Autocomplete.List>
        <PaletteState search={search} count={groups.reduce((sum, { items }) => sum + items.length, 0)} />
      </div>
      <PaletteKeys />
    </Autocomplete.Root>
  );
}
