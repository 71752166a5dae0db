import type { ReactNode } from "react";
import { Noren } from "./noren.tsx";

type FrontPageProps = { title: string; lead: string; children: ReactNode; contents: ReactNode };

/** The first page of the magazine: one picture, one line, and the way in. */
export function FrontPage({ title, lead, children, contents }: FrontPageProps) {
  return (
    <>
      <div className="mx-auto grid w-full max-w-6xl items-center gap-x-16 gap-y-6 px-4 pt-1 pb-16 sm:px-6 lg:grid-cols-2 lg:px-10 lg:pt-4">
        {/* Above the words it leaves them their place, on a small window and on one that is enlarged; beside them it has its own. */}
        <Noren className="mx-auto max-h-[min(30svh,14rem)] w-auto max-w-full lg:order-last lg:max-h-none lg:w-full lg:self-start" />
        <div>
          <h1 className="font-mincho text-xl leading-snug! tracking-tight! font-semibold sm:text-2xl xl:text-3xl">
            {title}
          </h1>
          <p className="mt-4 mb-6 max-w-lg text-ink-soft [word-break:auto-phrase] sm:text-lg lg:mb-10">
            {lead}
          </p>
          <div className="max-w-md">{children}</div>
        </div>
      </div>
      {contents}
    </>
  );
}
