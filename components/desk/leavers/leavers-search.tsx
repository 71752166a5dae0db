import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { SearchField } from "#components/ui/search-field.tsx";
import type { AskedLeavers } from "#lib/leavers/list-query.ts";
import { leaversHref, leaversParameters } from "./leavers-href.ts";
import type { Narrow } from "./use-narrowing.ts";

type LeaversSearchProps = { company: string; asked: AskedLeavers; moving: boolean; narrow: Narrow };

const debounceMs = 250;

/** Searches as one types, but not while a kana conversion is open. Without JavaScript it is a form that Enter sends. */
export function LeaversSearch({ company, asked, moving, narrow }: LeaversSearchProps) {
  const text = useTranslations("leavers.list.search");
  const { q } = asked;
  const field = useRef<HTMLInputElement>(null);
  const sent = useRef(q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Somebody else changed the address: the back button, or a link of this page.
    if (moving || q === sent.current || !field.current) return;
    sent.current = q;
    field.current.value = q;
  }, [q, moving]);

  function search() {
    clearTimeout(timer.current);
    const wanted = field.current?.value.trim() ?? "";
    if (wanted === sent.current) return;
    sent.current = wanted;
    narrow({ q: wanted }, "search");
  }
  function searchSoon() {
    clearTimeout(timer.current);
    timer.current = setTimeout(search, debounceMs);
  }
  return (
    <search>
      <form
        action={leaversHref(company)}
        onSubmit={(event) => {
          event.preventDefault();
          search();
        }}
      >
        <SearchField
          ref={field}
          name="q"
          label={text("label")}
          placeholder={text("placeholder")}
          defaultValue={q}
          maxLength={100}
          onChange={({ nativeEvent }) => {
            if (!("isComposing" in nativeEvent && nativeEvent.isComposing === true)) searchSoon();
          }}
          onCompositionStart={() => clearTimeout(timer.current)}
          onCompositionEnd={searchSoon}
        />
        {[...leaversParameters({ ...asked, q: "" })].map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="sr-only">
          {text("submit")}
        </button>
      </form>
    </search>
  );
}
