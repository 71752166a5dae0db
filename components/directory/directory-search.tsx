import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type SubmitEvent, useEffect, useRef, useTransition } from "react";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { SearchField } from "#components/ui/search-field.tsx";
import type { MemberKind } from "#lib/auth/schema.ts";

type DirectorySearchProps = { company: string; q: string; kind?: MemberKind };

const debounceMs = 250;

/** Searches as one types, but not while a kana conversion is open. Without JavaScript it is a form that Enter sends. */
export function DirectorySearch({ company, q, kind }: DirectorySearchProps) {
  const text = useTranslations("people.directory");
  const router = useRouter();
  const [searching, startSearch] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Somebody else changed the address: the back button, or a link of this page.
    if (searching || q === asked.current || !field.current) return;
    asked.current = q;
    field.current.value = q;
  }, [q, searching]);

  function search() {
    clearTimeout(timer.current);
    const wanted = field.current?.value.trim() ?? "";
    if (wanted === asked.current) return;
    asked.current = wanted;
    startSearch(() => router.replace(directoryHref(company, { q: wanted, kind }), { scroll: false }));
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
    <search data-searching={searching ? "" : undefined}>
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
        {kind && <input type="hidden" name="kind" value={kind} />}
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
