import { useEffect, useRef } from "react";
import { SearchField } from "#components/ui/search-field.tsx";

type ListSearchProps = {
  /** The list's address, and what else is asked of it. */
  action: string;
  others: URLSearchParams;
  q: string;
  /** On the way to what was asked last. */
  moving: boolean;
  words: { label: string; placeholder: string; submit: string };
  onSearch: (q: string) => void;
};

const debounceMs = 250;

/** Searches a list as one types, but not while a kana conversion is open. Without JavaScript it is a form that Enter sends. */
export function ListSearch({ action, others, q, moving, words, onSearch }: ListSearchProps) {
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
    onSearch(wanted);
  }
  function searchSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(search, debounceMs);
  }
  return (
    <search>
      <form
        action={action}
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <SearchField
          ref={field}
          name="q"
          label={words.label}
          placeholder={words.placeholder}
          defaultValue={q}
          maxLength={100}
          onChange={(event) => {
            if (!isComposing(event.nativeEvent)) searchSoon();
          }}
          onCompositionStart={() => clearTimeout(timer.current)}
          onCompositionEnd={searchSoon}
        />
        {[...others].map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="sr-only">
          {words.submit}
        </button>
      </form>
    </search>
  );
}

function isComposing(event: Event): boolean {
  return "isComposing" in event && event.isComposing === true;
}
