import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

type PageProps = {
  head?: ReactNode;
  children: ReactNode;
  aside?: ReactNode;
  /** Takes the room of the second column as well. */
  wide?: boolean;
  className?: string;
};

/**
 * A page's column, and beside it, where there is room, a second one; the first begins at the same place on every page. Where there is no
 * room, the second follows the head, or else the rest.
 */
export function Page({ head, children, aside, wide = false, className }: PageProps) {
  return (
    <div
      className={classNames(
        "mx-auto grid w-full max-w-6xl gap-x-16 px-4 pt-2 pb-16 sm:px-6 sm:pt-6 md:pt-16 lg:px-10",
        !wide && "xl:grid-cols-[minmax(0,1fr)_16rem]",
        !head && "gap-y-10",
        className,
      )}
    >
      {head && <div className="min-w-0">{head}</div>}
      {head && aside && (
        <aside className="min-w-0 xl:col-start-2 xl:row-span-2 xl:row-start-1">{aside}</aside>
      )}
      <div className={classNames("min-w-0", !aside && !wide && "max-w-3xl")}>{children}</div>
      {!head && aside && <aside className="min-w-0">{aside}</aside>}
    </div>
  );
}
