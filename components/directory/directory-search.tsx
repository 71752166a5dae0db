import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useRef } from "react";
import { type Asked, directoryHref, directoryParameters } from "#components/navigation/directory-href.ts";
import { SearchField } from "#components/ui/search-field.tsx";
import type { Narrow } from "./use-narrowing.ts";

type DirectorySearchProps = { company: string; asked: Asked; moving: boolean; narrow: Narrow };

const debounceMs = 250;

/** Searches as one types, but not while a kana conversion is open. Without JavaScript it is a form that Enter sends. */
export function DirectorySearch({ company, asked: query, moving, narrow }: DirectorySearchProps) {
  const text = useTranslations("people.directory");
  const { q } = query;
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Somebody else changed the address: the back button, or a link of this page.
    if (moving || q === asked.current || !field.current) return;
    asked.current = q;
    field.current.value = q;
  }, [q, moving]);

  function search() {
    clearTimeout(timer.current);
    const wanted = field.current?.value.trim() ?? "";
    if (wanted === asked.current) return;
    asked.current = wanted;
    narrow({ q: wanted }, "search");
  }
  function searchSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(search, debounceMs);
  }
  function searchNow(event: SubmitEvent) {
    event.preventDefault();
    search();
  }

  return (
    <search>
      <form action={directoryHref(company)} onSubmit={searchNow}>
        <SearchField
          ref={field}
          name="q"
          label={text("search.label")}
          placeholder={text("search.placeholder")}
          defaultValue={q}
          maxLength={100}
          onChange={(event) => {
            if (!isComposing(event.nativeEvent)) searchSoon();
          }}
          onCompositionStart={() => clearTimeout(timer.current)}
          onCompositionEnd={searchSoon}
        />
        {[...directoryParameters({ ...query, q: "" })].map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="sr-only">
          {text("submit")}
        </button>
      </form>
    </search>
  );
}

function isComposing(event: Event): boolean {
  return "isComposing" in event && event.isComposing === true;
}
