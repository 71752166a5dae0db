import type { ReactNode } from "react";
import { BrandMark } from "#components/ui/brand-mark.tsx";

type ErrorPageProps = { title: string; text: string; reference?: string; children: ReactNode };

/** Where one cannot go on: what happened, and the way back. */
export function ErrorPage({ title, text, reference, children }: ErrorPageProps) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-1 flex-col items-start justify-center px-4 pt-6 pb-16">
      <BrandMark className="size-12 text-accent" />
      <h1 className="mt-6 text-xl font-semibold">{title}</h1>
      <p className="mt-3 text-ink-soft [word-break:auto-phrase]">{text}</p>
      {reference && <p className="mt-2 text-sm text-ink-soft">{reference}</p>}
      <div className="mt-6">{children}</div>
    </div>
  );
}
