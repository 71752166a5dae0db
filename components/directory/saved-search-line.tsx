"use client";

import { Pencil, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { companyHref } from "#lib/hrefs.ts";
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
  onRemove: () => void;
};

/** A saved search: leads there, and can be named anew and taken away. */
export function SavedSearchLine(props: SavedSearchLineProps) {
  const { company, search, current, busy, onGo, onRename, onRemove } = props;
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
    <li className="flex items-center">
      <Link
        ref={link}
        href={companyHref(company, `directory?${search.query}`)}
        aria-current={current ? "true" : undefined}
        onClick={onGo}
        className="flex min-h-10 min-w-0 flex-1 items-center rounded-control px-3 hover:bg-sunken aria-[current]:font-semibold"
      >
        <span className="truncate">{search.name}</span>
      </Link>
      <IconButton label={text("rename", { name: search.name })} onClick={() => setNaming(true)}>
        <Pencil className="size-4" strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
      <IconButton label={text("remove", { name: search.name })} onClick={onRemove} disabled={busy}>
        <X className="size-4" strokeWidth={1.75} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
