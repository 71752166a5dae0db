"use client";

import { Pencil, X } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Switch } from "#components/ui/switch.tsx";
import { companyHref, savedSearchHref } from "#lib/hrefs.ts";
import { maxWatched } from "#lib/people/policy.ts";
import type { SavedSearch } from "#lib/people/schema.ts";
import { SaveForm } from "./save-form.tsx";

type SavedSearchLineProps = {
  company: string;
  search: SavedSearch;
  /** It is what is asked now. */
  current: boolean;
  busy: boolean;
  onGo: () => void;
  onRename: (name: string) => Promise<boolean>;
  onWatch: (watched: boolean) => void;
  onRemove: () => void;
};

/** A saved search: leads there, tells of whom it finds anew, and can be named anew and taken away. */
export function SavedSearchLine(props: SavedSearchLineProps) {
  const { company, search, current, busy, onGo, onRename, onWatch, onRemove } = props;
  const text = useTranslations("people.searches");
  const [naming, setNaming] = useState(false);
  const link = useRef<HTMLAnchorElement>(null);
  const named = useRef(false);
  useEffect(() => {
    const done = named.current && !naming;
    named.current = naming;
    if (!done) return;
    // The focus went with the form, and the popup has taken it by then.
    const frame = requestAnimationFrame(() => link.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [naming]);
  if (naming)
    return (
      <li>
        <SaveForm proposed={search.name} busy={busy} onSave={onRename} onDone={() => setNaming(false)} />
      </li>
    );
  return (
    <li className="py-1">
      <div className="flex items-center">
        <Link
          ref={link}
          href={
            search.news > 0
              ? savedSearchHref(company, search.id)
              : companyHref(company, `directory?${search.query}`)
          }
          // To see what is new is for a press, not for what is fetched ahead.
          prefetch={search.news > 0 ? false : undefined}
          aria-current={current ? "true" : undefined}
          onClick={onGo}
          className="flex min-h-10 min-w-0 flex-1 items-center gap-2 rounded-control px-3 hover:bg-sunken aria-[current]:font-semibold"
        >
          <span className="truncate">{search.name}</span>
          {search.news > 0 && <News count={search.news} />}
        </Link>
        <IconButton label={text("rename", { name: search.name })} onClick={() => setNaming(true)}>
          <Icon icon={Pencil} className="size-4" />
        </IconButton>
        <IconButton label={text("remove", { name: search.name })} onClick={onRemove} disabled={busy}>
          <Icon icon={X} className="size-4" />
        </IconButton>
      </div>
      <div className="px-3">
        <Switch
          label={text("notices.label")}
          hint={search.notice && text(`notices.${search.notice}`, { max: maxWatched })}
          checked={search.notice !== null}
          disabled={busy}
          onCheckedChange={onWatch}
        />
      </div>
    </li>
  );
}

/** How many it found anew. */
function News({ count }: { count: number }) {
  const text = useTranslations("people.searches.notices");
  return (
    <span className="flex shrink-0 items-center gap-1 text-sm font-semibold text-news tabular-nums">
      <span className="size-2 rounded-full bg-news" aria-hidden="true" />
      {text("news", { count })}
    </span>
  );
}
