import type { ReactNode } from "react";

type PageProps = { children: ReactNode; aside?: ReactNode };

/** A page's column, and beside it, where there is room, a second one; the first begins at the same place on every page. */
export function Page({ children, aside }: PageProps) {
  return (
    <div className="mx-auto grid w-full max-w-6xl gap-x-16 gap-y-10 px-4 pt-2 pb-16 sm:px-6 sm:pt-6 md:pt-16 lg:px-10 xl:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="min-w-0">{children}</div>
      {aside && <aside className="min-w-0">{aside}</aside>}
    </div>
  );
}
