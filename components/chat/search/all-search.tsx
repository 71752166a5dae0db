"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useState } from "react";
import type { SearchMessages } from "#components/chat/chat-actions.ts";
import type { MessageHits } from "#lib/chat/schema.ts";
import { MessageSearch } from "./message-search.tsx";
import { afterTyping, afterUrlChange, searchFromUrl, type UrlSearch } from "./url-search.ts";

type AllSearchProps = { slug: string; search: SearchMessages; q: string; found: MessageHits | null };

/**
 * Looks through all the viewer's conversations. The address follows what is typed, and anyone who comes back to it finds the same: of the
 * page that the server sent for other words only the frame is used.
 */
export function AllSearch({ slug, search, q: answered, found }: AllSearchProps) {
  const path = usePathname();
  const q = useSearchParams().get("q")?.trim() ?? "";
  const [known, setKnown] = useState<UrlSearch>(() => searchFromUrl(q));
  const now = afterUrlChange(known, q);
  if (now !== known) setKnown(now);
  return (
    <MessageSearch
      key={now.opened}
      slug={slug}
      search={search}
      q={q}
      found={q === answered ? found : null}
      onType={(text) => {
        const next = afterTyping(now, text.trim());
        if (next === now) return;
        setKnown(next);
        const words = text.trim();
        history.replaceState(null, "", words ? `${path}?q=${encodeURIComponent(words)}` : path);
      }}
    />
  );
}
