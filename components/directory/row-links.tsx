import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { directoryHref } from "#components/navigation/directory-href.ts";
import { classNames } from "#components/ui/class-names.ts";
import type { MemberKind } from "#lib/auth/schema.ts";
import type { DirectoryRow } from "#lib/people/schema.ts";
import { useRowLabel } from "./row-label.ts";

type RowLinksProps = {
  company: string;
  kind?: MemberKind;
  rows: readonly DirectoryRow[];
  className?: string;
};

/** The thumb index of the directory: あ か さ … わ, or the letters. A line above the list, or a block of five columns beside it. */
export function RowLinks({ company, kind, rows, className }: RowLinksProps) {
  const text = useTranslations("people.directory");
  const label = useRowLabel();
  const id = useId();
  if (rows.length < 2) return null;
  return (
    <nav
      aria-labelledby={id}
      className={classNames("xl:rounded-card xl:bg-surface xl:p-4 xl:shadow-card", className)}
    >
      <p id={id} className="mb-3 text-sm font-semibold max-xl:sr-only">
        {text("rows")}
      </p>
      {/* On a phone one line that goes on to the side. */}
      <div className="-mx-4 flex px-1 max-sm:overflow-x-auto max-sm:mask-r-from-[calc(100%-2rem)] max-sm:[scrollbar-width:none] sm:-mx-3 sm:flex-wrap sm:px-0 xl:mx-0 xl:grid xl:grid-cols-[repeat(5,2.75rem)]">
        {rows.map(({ row, from }) => (
          <Link
            key={from}
            href={directoryHref(company, { kind, from })}
            aria-label={label(row)}
            className="row-link"
          >
            {row ?? text("otherRow")}
          </Link>
        ))}
      </div>
    </nav>
  );
}
