import { useTranslations } from "next-intl";
import { Name } from "#components/person/name.tsx";
import { Count } from "#components/ui/count.tsx";
import { Monogram } from "#components/ui/monogram.tsx";
import type { LatestThread } from "#lib/chat/schema.ts";

export function ThreadLine({ thread: { person, unread } }: { thread: LatestThread }) {
  const text = useTranslations();
  return (
    <>
      <Monogram text={person.monogram} name={person.displayName} size="small" />
      <Name className="min-w-0 flex-1 truncate font-medium">{person.displayName}</Name>
      <Count value={unread} label={text("chat.unread", { count: unread })} />
      <span className="shrink-0 text-xs text-ink-soft">{text("palette.openThread")}</span>
    </>
  );
}
