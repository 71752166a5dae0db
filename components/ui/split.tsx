import type { ReactNode, Ref } from "react";
import { classNames } from "./class-names.ts";

type SplitProps = {
  list: ReactNode;
  listLabel: string;
  /** The box in which the list scrolls on a desktop. */
  listBox?: Ref<HTMLElement>;
  open: boolean;
  children: ReactNode;
};

/**
 * A list and what is chosen in it: side by side on a desktop, each scrolling by itself; on a phone the one or, when `open`, the other
 * alone on a full screen, without the bottom bar.
 */
export function Split({ list, listLabel, listBox, open, children }: SplitProps) {
  return (
    <div className="md:grid md:h-[calc(100dvh-var(--top))] md:grid-cols-[var(--list)_minmax(0,1fr)]">
      <section
        ref={listBox}
        aria-label={listLabel}
        className={classNames("overflow-y-auto border-hairline md:border-e", open && "max-md:hidden")}
      >
        {list}
      </section>
      <div
        data-full-screen={open ? "" : undefined}
        className={classNames(
          "flex min-h-0 min-w-0 flex-col",
          open ? "max-md:h-[calc(100dvh-var(--top))]" : "max-md:hidden",
        )}
      >
        {children}
      </div>
    </div>
  );
}
