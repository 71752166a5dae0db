import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type PageHeadingProps = {
  title: ReactNode;
  lead?: ReactNode;
  /** The title is what somebody else wrote: in the font of the text, which has every character. */
  foreign?: boolean;
};

/** The one h1 of a page. */
export function PageHeading({ title, lead, foreign = false }: PageHeadingProps) {
  return (
    <header className="mb-4 sm:mb-6">
      <h1 className={classNames("text-xl font-semibold", !foreign && "font-mincho")}>{title}</h1>
      {lead && <p className="mt-2 text-balance text-ink-soft [word-break:auto-phrase]">{lead}</p>}
    </header>
  );
}
