import { ArrowLeft } from "lucide";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "#components/ui/icon.tsx";
import { companyHref } from "#lib/hrefs.ts";

/** On a phone, the way back to the list: the bottom bar is not there. */
export function BackLink({ slug }: { slug: string }) {
  const text = useTranslations("chat.thread");
  return (
    <Link
      href={companyHref(slug, "chat")}
      aria-label={text("back")}
      className="grid size-11 shrink-0 place-items-center rounded-control text-ink-soft hover:text-ink md:hidden"
    >
      <Icon icon={ArrowLeft} className="size-5.5" />
    </Link>
  );
}
