"use client";

import { X } from "lucide";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import type { SearchMessages } from "#components/chat/chat-actions.ts";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import { Icon } from "#components/ui/icon.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useBackLayer } from "#components/ui/use-back-layer.ts";
import { MessageSearch } from "./message-search.tsx";

type ThreadSearchProps = { search: SearchMessages; onClose: () => void; onChoose: (number: number) => void };

/** Beside the lines on a desktop, over them on a phone, where Back closes it: looks through this conversation alone. */
export function ThreadSearch({ search, onClose, onChoose }: ThreadSearchProps) {
  const text = useTranslations("chat.search");
  const { slug, thread } = useConversationView();
  const [covers] = useState(() => matchMedia("(max-width: 47.99rem)").matches);
  useBackLayer(covers, onClose);

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  }
  return (
    <section
      aria-label={text("inThread")}
      data-thread-search=""
      onKeyDown={onKeyDown}
      className="absolute inset-y-0 end-0 z-20 flex w-full flex-col border-hairline bg-surface md:w-(--beside) md:border-s md:shadow-float"
    >
      <div className="flex items-center justify-between gap-2 ps-4 pt-2 pe-2">
        <h2 className="text-sm font-semibold">{text("inThread")}</h2>
        <IconButton label={text("close")} onClick={onClose}>
          <Icon icon={X} className="size-5" />
        </IconButton>
      </div>
      <MessageSearch
        slug={slug}
        search={search}
        threadId={thread.id}
        onChoose={({ number }) => {
          if (covers) onClose();
          onChoose(number);
        }}
      />
    </section>
  );
}
