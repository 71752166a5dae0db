import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

type PageProps = { children: ReactNode; aside?: ReactNode };

/** A page's column, and beside it, where there is room, a second one. */
export function Page({ children, aside }: PageProps) {
  return (
    <div
      className={classNames(
        "mx-auto w-full px-4 pt-6 pb-16 sm:px-6 md:pt-16 lg:px-10",
        aside ? "grid max-w-6xl gap-x-16 gap-y-10 xl:grid-cols-[minmax(0,1fr)_16rem]" : "max-w-3xl",
      )}
    >
      <div className="min-w-0">{children}</div>
      {aside && <aside className="min-w-0">{aside}</aside>}
    </div>
  );
}
