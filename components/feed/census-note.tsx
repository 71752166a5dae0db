import Link from "next/link";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { directoryHref } from "#components/navigation/directory-href.ts";
import type { Census } from "#lib/people/schema.ts";

type CensusNoteProps = { company: string; census: Census };

/** Who is here, in numbers; each leads to the people behind it. */
export function CensusNote({ company, census }: CensusNoteProps) {
  const text = useTranslations("feed.census");
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-card bg-surface p-4 shadow-card sm:p-6">
      <h2 id={id} className="text-sm font-semibold">
        {text("title")}
      </h2>
      <dl className="mt-4 flex gap-10">
        <Headcount
          term={text("alumni")}
          count={text("people", { count: census.alumni })}
          href={directoryHref(company, { kind: "ALUMNUS" })}
        />
        <Headcount
          term={text("employees")}
          count={text("people", { count: census.employees })}
          href={directoryHref(company, { kind: "EMPLOYEE" })}
        />
      </dl>
      {census.joinedRecently > 0 && (
        <p className="mt-4 text-sm text-ink-soft">
          {text("joinedRecently", { count: census.joinedRecently })}
        </p>
      )}
    </section>
  );
}

function Headcount({ term, count, href }: { term: string; count: string; href: string }) {
  return (
    <div>
      <dt className="text-xs text-ink-soft">{term}</dt>
      <dd className="text-lg tabular-nums">
        <Link
          href={href}
          aria-label={`${term} ${count}`}
          className="inline-flex min-h-8 items-center underline-offset-4 hover:underline"
        >
          {count}
        </Link>
      </dd>
    </div>
  );
}
