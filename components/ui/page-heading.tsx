import type { ReactNode } from "react";

type PageHeadingProps = { title: ReactNode; lead?: ReactNode };

/** The one h1 of a page. */
export function PageHeading({ title, lead }: PageHeadingProps) {
  return (
    <header className="mb-6">
      <h1 className="text-xl font-semibold">{title}</h1>
      {lead && <p className="mt-2 text-balance text-ink-soft [word-break:auto-phrase]">{lead}</p>}
    </header>
  );
}
