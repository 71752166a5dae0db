import Link from "next/link";
import { classNames } from "#components/ui/class-names.ts";
import { isJapanese } from "./japanese.ts";

type NameProps = { children: string; href?: string; className?: string };

/** A name as it is written: set and spoken as Japanese when it is, as Latin when it is not, whatever the page's language. */
export function Name({ children, href, className }: NameProps) {
  const japaneseName = isJapanese(children);
  const attributes = {
    lang: japaneseName ? "ja" : undefined,
    className: classNames(!japaneseName && "tracking-normal", href && "name-link", className) || undefined,
  };
  if (!href) return <span {...attributes}>{children}</span>;
  return (
    // A list of people would ask the server for each of them.
    <Link href={href} prefetch={false} {...attributes}>
      {children}
    </Link>
  );
}
