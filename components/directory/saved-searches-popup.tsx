"use client";

import { Popover } from "@base-ui/react/popover";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { type Asked, directoryParameters } from "#components/navigation/directory-href.ts";
import { classNames } from "#components/ui/class-names.ts";
import { InlineError } from "#components/ui/inline-error.tsx";
import { LiveRegion } from "#components/ui/live-region.tsx";
import { popupStyle } from "#components/ui/popup-style.ts";
import { Toast } from "#components/ui/toast.tsx";
import type { CompanyField } from "#lib/people/details.ts";
import type { SavedSearch } from "#lib/people/schema.ts";
import { SaveForm } from "./save-form.tsx";
import { SavedSearchLine } from "./saved-search-line.tsx";
import { useProposedName } from "./use-proposed-name.ts";
import { type SearchActions, useSavedSearches } from "./use-saved-searches.ts";

type SavedSearchesPopupProps = {
  company: string;
  fields: readonly CompanyField[];
  wanted: Asked;
  actions: SearchActions;
  className: string;
  /** What the button shows. */
  children: ReactNode;
};

/** The button of the saved searches with what it opens, open at first. */
export function SavedSearchesPopup({
  company,
  fields,
  wanted,
  actions,
  className,
  children,
}: SavedSearchesPopupProps) {
  const text = useTranslations("people.searches");
  const [open, setOpen] = useState(true);
  const [removed, setRemoved] = useState<SavedSearch | null>(null);
  const [unrestored, setUnrestored] = useState(false);
  const [kept, setKept] = useState("");
  const { saved, error, busy, save, rename, watch, remove } = useSavedSearches(company, open, actions);
  const query = directoryParameters(wanted).toString();
  const isThis = (search: SavedSearch) => withoutOrder(search.query) === withoutOrder(query);
  const proposed = useProposedName(wanted, fields);
  const isSaved = saved?.some(isThis);

  async function take(search: SavedSearch) {
    if (!(await remove(search.id))) return;
    setUnrestored(false);
    setRemoved(search);
  }
  async function bringBack(search: SavedSearch) {
    if (await save({ ...search, watched: search.notice !== null })) return;
    // To be undone once more.
    setUnrestored(true);
    setRemoved(search);
  }
  async function keep(name: string, saving: Promise<boolean>) {
    setKept("");
    const done = await saving;
    if (done) setKept(text("saved", { name }));
    return done;
  }
  function said({ name }: SavedSearch): string {
    return unrestored && error ? text("notRestored", { name, why: error }) : text("removed", { name });
  }
  return (
    <>
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger aria-label={text("title")} className={className}>
          {children}
        </Popover.Trigger>
        <Popover.Portal>
          <Popover.Positioner align="end" sideOffset={6} collisionPadding={8} className="z-30">
            <Popover.Popup className={classNames(popupStyle, "w-96 p-3")}>
              <Popover.Title className="px-1 pb-2 text-sm font-semibold">{text("title")}</Popover.Title>
              <LiveRegion message={kept} />
              {saved === null && !error && (
                <p role="status" className="p-1 text-ink-soft">
                  {text("busy")}
                </p>
              )}
              {saved && saved.length > 0 && (
                <ul className="max-h-[min(24rem,50dvh)] divide-y divide-hairline overflow-y-auto overscroll-contain">
                  {saved.map((search) => (
                    <SavedSearchLine
                      key={search.id}
                      company={company}
                      search={search}
                      current={isThis(search)}
                      busy={busy}
                      onGo={() => setOpen(false)}
                      onRename={(name) => keep(name, rename(search.id, name))}
                      onWatch={(watched) => void watch(search.id, watched)}
                      onRemove={() => void take(search)}
                    />
                  ))}
                </ul>
              )}
              {error && <InlineError>{error}</InlineError>}
              {query === "" && <p className="p-1 text-ink-soft">{text("nothing")}</p>}
              {query !== "" && saved && !isSaved && (
                <SaveForm
                  key={query}
                  proposed={proposed}
                  busy={busy}
                  onSave={(name) => keep(name, save({ name, query }))}
                />
              )}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      <Toast onOver={() => setRemoved(null)} onUndo={removed ? () => void bringBack(removed) : undefined}>
        {removed ? said(removed) : ""}
      </Toast>
    </>
  );
}

/** What is new in a search comes in another order, and is the same search. */
function withoutOrder(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.delete("sort");
  return parameters.toString();
}
