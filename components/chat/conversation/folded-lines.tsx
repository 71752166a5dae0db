"use client";

import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { fileHref } from "#components/chat/files/file-href.ts";
import { MessageFiles } from "#components/chat/files/message-files.tsx";
import { useConversationView } from "#components/chat/state/conversation-view.ts";
import type { ShownLine } from "#components/chat/state/shown-line.ts";
import { MessageText } from "#components/chat/text/message-text.tsx";
import { TimeText } from "#components/ui/date-text.tsx";
import { InlineError } from "#components/ui/inline-error.tsx";
import { BareList } from "#components/ui/list.tsx";
import type { Unfolded } from "#lib/chat/schema.ts";

/** Lines of those whom the viewer blocked: how many, and on request what they say. What was deleted, or only happened, is not told of. */
export function FoldedLines({ lines }: { lines: readonly ShownLine[] }) {
  const text = useTranslations("chat.message");
  const { unfold } = useConversationView();
  const [shown, setShown] = useState<Unfolded | null>(null);
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState(false);
  const asked = useRef(0);
  const count = lines.filter(({ deleted }) => !deleted).length;

  async function ask() {
    const turn = ++asked.current;
    setAsking(true);
    setFailed(false);
    const found = await unfold(lines[0]?.number ?? 0, lines.at(-1)?.number ?? 0);
    // It was folded meanwhile, or asked for again.
    if (turn !== asked.current) return;
    setAsking(false);
    setShown(found);
    setFailed(!found);
  }
  function fold() {
    asked.current++;
    setAsking(false);
    setShown(null);
  }
  const askAgain = useEffectEvent(() => {
    if (shown || asking) void ask();
  });
  const revisions = lines.map(({ revision }) => revision).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: lines that came, changed or were deleted are reasons to ask again.
  useEffect(() => askAgain(), [revisions]);
  // Where one is in the conversation is known by numbers, also of what is folded.
  const places = lines.map(({ key, number }) => <span key={key} data-number={number ?? undefined} />);
  // No item where nothing is told of.
  if (count === 0)
    return (
      <li aria-hidden="true" className="sr-only">
        {places}
      </li>
    );
  return (
    <li className="ps-10 text-sm text-ink-soft">
      {places}
      <p className="flex flex-wrap items-baseline gap-x-3">
        {text("folded", { count })}
        <button
          type="button"
          aria-expanded={shown !== null}
          aria-disabled={(asking && !shown) || undefined}
          onClick={() => {
            if (shown) fold();
            else if (!asking) void ask();
          }}
          className="min-h-6 underline underline-offset-3"
        >
          {text(shown ? "fold" : "unfold")}
        </button>
      </p>
      <InlineError>{failed ? text("unfoldFailed") : null}</InlineError>
      {shown && <UnfoldedLines {...shown} />}
    </li>
  );
}

function UnfoldedLines({ lines, people }: Unfolded) {
  const { slug, thread } = useConversationView();
  const names = new Map(people.map(({ memberId, displayName }) => [memberId, displayName]));
  return (
    <BareList ordered className="mt-2 grid gap-2 border-s-2 border-hairline ps-4">
      {lines.map(({ id, authorId, text, files, sentAt }) => (
        <li key={id}>
          <span className="flex items-baseline gap-2 text-xs">
            <span className="font-medium">{names.get(authorId)}</span>
            <TimeText at={sentAt} />
          </span>
          {text && <MessageText>{text}</MessageText>}
          <MessageFiles files={files} hrefOf={(file) => fileHref(slug, thread.id, file.id)} own={false} />
        </li>
      ))}
    </BareList>
  );
}
