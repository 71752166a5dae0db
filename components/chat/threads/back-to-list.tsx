import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** On a phone, over a page that stands in a conversation's place: the way back to the list, which the bottom bar would be. */
export function BackToList({ slug }: { slug: string }) {
  const text = useTranslations("chat.thread");
  return (
    <div className="px-2 pt-2 md:hidden">
      <Link
        href={`/c/${slug}/chat`}
        aria-label={text("back")}
        className="grid size-11 place-items-center rounded-control text-ink-soft hover:text-ink"
      >
        <ArrowLeft className="size-5.5" strokeWidth={1.75} aria-hidden="true" />
      </Link>
    </div>
  );
}
