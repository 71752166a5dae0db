import type { ReactNode } from "react";
import { Noren } from "./noren.tsx";

type FrontPageProps = { title: string; lead: string; children: ReactNode; contents: ReactNode };

/** The first page of the magazine: one picture, one line, and the way in. */
export function FrontPage({ title, lead, children, contents }: FrontPageProps) {
  return (
    <>
      <div className="mx-auto grid w-full max-w-6xl items-center gap-x-16 gap-y-10 px-4 pt-2 pb-16 sm:px-6 lg:grid-cols-2 lg:px-10 lg:pt-4">
        <Noren className="mx-auto w-full max-w-72 sm:max-w-md lg:order-last lg:max-w-none lg:self-start" />
        <div>
          <h1 className="text-2xl leading-snug! xl:text-3xl font-semibold">{title}</h1>
          <p className="mt-4 mb-10 max-w-lg text-lg text-ink-soft [word-break:auto-phrase]">{lead}</p>
          <div className="max-w-md">{children}</div>
        </div>
      </div>
      {contents}
    </>
  );
}
