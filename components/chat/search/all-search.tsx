"use client";

import { usePathname } from "next/navigation";
import type { SearchMessages } from "#components/chat/message/message-commands.ts";
import type { MessageHits } from "#lib/chat/schema.ts";
import { MessageSearch } from "./message-search.tsx";

type AllSearchProps = { slug: string; search: SearchMessages; q: string; found: MessageHits | null };

/** Looks through all the viewer's conversations. The address follows what is typed, so that one can come back to it. */
export function AllSearch(source: AllSearchProps) {
  const path = usePathname();
  return (
    <MessageSearch
      {...source}
      onType={(q) =>
        history.replaceState(null, "", q.trim() ? `${path}?q=${encodeURIComponent(q.trim())}` : path)
      }
    />
  );
}
