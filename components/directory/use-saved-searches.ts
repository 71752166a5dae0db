"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useState } from "react";
import type * as searchActions from "#app/c/[company]/directory/actions.ts";
import { useRefusalText } from "#components/errors/refusal-text.ts";
import { type Answer, requestByHttp } from "#components/live/live-request.ts";
import { maxSavedSearches, maxWatched } from "#lib/people/policy.ts";
import type { SavedSearch } from "#lib/people/schema.ts";
import { isRefusal } from "#lib/results.ts";
import { either, exactly, isNumber, isText, listOf, nullOr, type Shape, shapeOf } from "#lib/shapes.ts";

export type SearchActions = typeof searchActions;

const isSearches: Shape<SavedSearch[]> = listOf(
  shapeOf<SavedSearch>({
    id: isText,
    name: isText,
    query: isText,
    notice: nullOr(either(exactly("push"), exactly("mail"), exactly("list"), exactly("tooWide"))),
    news: isNumber,
  }),
);

/** The searches one has saved, asked for when they are `open`; null until they are there. `error`: why the last thing was not done. */
export function useSavedSearches(company: string, open: boolean, actions: SearchActions) {
  const text = useTranslations("people.searches");
  const refusalText = useRefusalText();
  const [saved, setSaved] = useState<readonly SavedSearch[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  /** Whether it was done. */
  async function ask(act: () => Promise<Answer<SavedSearch[]>>): Promise<boolean> {
    setBusy(true);
    setError(null);
    const answer = await act();
    setBusy(false);
    if (answer.ok) setSaved(answer.data);
    else setError(sayWhy(answer));
    return answer.ok;
  }
  function sayWhy(answer: Extract<Answer<never>, { ok: false }>): string {
    if (answer.code === "invalid" && answer.fields.query === "tooMany")
      return text("tooMany", { max: maxSavedSearches, maxWatched });
    if (answer.code === "invalid" && answer.fields.watched === "tooWide")
      return text("notices.tooWide", { max: maxWatched });
    if (answer.code === "invalid") return text("invalid");
    return answer.code === "offline" ? text("offline") : refusalText(answer);
  }
  const load = () => ask(() => fetchSearches(company));

  const start = useEffectEvent(() => void load());
  useEffect(() => {
    if (!open) return;
    start();
    addEventListener("online", start);
    return () => removeEventListener("online", start);
  }, [open]);

  return {
    saved,
    error,
    busy,
    save: (search: { name: string; query: string; watched?: boolean }) =>
      ask(() => requestByHttp(() => actions.saveSearchAction(company, search))),
    watch: (id: string, watched: boolean) =>
      ask(() => requestByHttp(() => actions.watchSearchAction(company, { id, watched }))),
    rename: (id: string, name: string) =>
      ask(() => requestByHttp(() => actions.renameSearchAction(company, { id, name }))),
    remove: (id: string) => ask(() => requestByHttp(() => actions.removeSearchAction(company, { id }))),
  };
}

function fetchSearches(company: string): Promise<Answer<SavedSearch[]>> {
  return requestByHttp(async () => {
    const answer = await fetch(`/api/c/${encodeURIComponent(company)}/directory/searches`);
    const body: unknown = await answer.json();
    if (isSearches(body)) return { ok: true, data: body };
    if (isRefusal(body)) return body;
    throw new Error("This is no answer of ours.");
  });
}
