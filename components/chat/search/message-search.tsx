"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import type { SearchMessages } from "#components/chat/chat-actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { stepByKey } from "#components/ui/arrow-keys.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { createEnterReader } from "#components/ui/enter-key.ts";
import { Foreign } from "#components/ui/foreign.tsx";
import { MailSlot } from "#components/ui/illustrations/mail-slot.tsx";
import { BareList } from "#components/ui/list.tsx";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import type { MessageHit, MessageHits } from "#lib/chat/schema.ts";
import { MessageHitLine } from "./message-hit-line.tsx";
import { isSearching, type MessageSearchState, useMessageSearch } from "./use-message-search.ts";

type MessageSearchProps = {
  slug: string;
  search: SearchMessages;
  /** Where to look; everywhere without one. */
  threadId?: string;
  q?: string;
  found?: MessageHits | null;
  onType?: (q: string) => void;
  /** Instead of following the link to the message. */
  onChoose?: (hit: MessageHit) => void;
};

/** A field and the messages that its words are in, the newest first. */
export function MessageSearch({ onType, onChoose, ...source }: MessageSearchProps) {
  const text = useTranslations("chat.search");
  const { state, type, now, more } = useMessageSearch(source);
  const [enter] = useState(createEnterReader);
  const box = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keys on their way up from the field and the hits.
    <div ref={box} onKeyDown={walkHits} className="flex min-h-0 flex-1 flex-col">
      <search className="shrink-0 px-4 py-3">
        <SearchField
          label={text(source.threadId ? "inThread" : "title")}
          placeholder={text("placeholder")}
          defaultValue={source.q}
          maxLength={100}
          autoFocus
          onChange={(event) => {
            type(event.currentTarget.value);
            onType?.(event.currentTarget.value);
          }}
          onCompositionEnd={(event) => enter.conversionEnded(event.timeStamp)}
          onKeyDown={(event) => {
            if (!enter.sends(event.nativeEvent)) return;
            event.preventDefault();
            if (state.q !== "" && state.found?.q === state.q) enterHits(box.current);
            else void now();
          }}
        />
      </search>
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <Found state={state} slug={source.slug} inThread={Boolean(source.threadId)} onChoose={onChoose} />
        {state.found?.more && state.found.q === state.q && (
          <div className="flex justify-center py-4">
            <Button size="small" pending={state.fetching} onClick={() => void more()}>
              {text("more")}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

type FoundProps = {
  state: MessageSearchState;
  slug: string;
  inThread: boolean;
  onChoose?: (hit: MessageHit) => void;
};

function Found({ state, slug, inThread, onChoose }: FoundProps) {
  const text = useTranslations("chat.search");
  const refusalText = useRefusalText();
  const { q, found, error } = state;
  const hits = q === "" ? [] : (found?.hits ?? []);
  const settled = q !== "" && found?.q === q;
  const count = settled ? text("count", { count: hits.length, more: String(found.more) }) : "";
  return (
    <>
      <LiveRegion message={count} />
      {error && (
        <p role="alert" className="px-4 py-3 text-sm text-wrong">
          {refusalText(error)}
        </p>
      )}
      {q === "" && <p className="px-4 py-3 text-sm text-ink-soft">{text("hint")}</p>}
      {settled && hits.length === 0 && (
        <EmptyState
          small
          picture={<MailSlot />}
          title={text.rich("noneTitle", { q: () => <Foreign>{q}</Foreign> })}
        />
      )}
      {hits.length > 0 && (
        <BareList aria-busy={isSearching(state)} className="border-t border-hairline">
          {hits.map((hit) => (
            <MessageHitLine key={hit.id} hit={hit} slug={slug} inThread={inThread} onChoose={onChoose} />
          ))}
        </BareList>
      )}
    </>
  );
}

/** The arrow keys lead from the field down to the first hit, from there one by one, and back up into the field. */
function walkHits(event: KeyboardEvent<HTMLElement>): void {
  if (event.defaultPrevented) return;
  const { currentTarget: search } = event;
  stepByKey(event, hitsIn(search), { above: search.querySelector("input") })?.focus();
}

/** Enter opens the only hit, or moves the focus to the first of several. */
function enterHits(search: HTMLElement | null): void {
  const [first, ...others] = search ? hitsIn(search) : [];
  if (others.length > 0) first?.focus();
  else first?.click();
}

function hitsIn(search: HTMLElement): HTMLElement[] {
  return [...search.querySelectorAll<HTMLElement>("a[data-hit]")];
}
