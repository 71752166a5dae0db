import { TextSearch } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonStyle } from "#components/ui/button-style.ts";
import { classNames } from "#components/ui/class-names.ts";

/** The way to the search through all conversations. */
export function SearchLink({ slug }: { slug: string }) {
  const text = useTranslations("chat.search");
  return (
    <Link
      href={`/c/${slug}/chat/search`}
      aria-label={text("title")}
      title={text("title")}
      className={classNames(buttonStyle({ variant: "quiet" }), "aspect-square px-0!")}
    >
      <TextSearch className="size-5" strokeWidth={1.75} aria-hidden="true" />
    </Link>
  );
}
