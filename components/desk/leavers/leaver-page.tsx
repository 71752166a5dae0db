import type { ReactNode } from "react";
import { TextLink } from "#components/ui/text-link.tsx";

type LeaverPageProps = {
  back: { href: string; label: string };
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
};

/** The column of a page about one leaver, with the way back above its title. */
export function LeaverPage({ back, title, aside, children }: LeaverPageProps) {
  return (
    <div className="mx-auto w-full max-w-4xl px-4 pt-2 pb-16 sm:px-6 sm:pt-6 md:pt-10 lg:px-10">
      <TextLink href={back.href} className="text-sm">
        {back.label}
      </TextLink>
      <div className="mt-4 mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        {title}
        {aside}
      </div>
      {children}
    </div>
  );
}
