import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** Around the outline of what is being loaded: says so once, and hides the pieces from screen readers. */
export function Skeleton({ children }: { children: ReactNode }) {
  const text = useTranslations("ui");
  return (
    <div role="status" className="animate-breathe">
      <span className="sr-only">{text("loading")}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

type SkeletonLineProps = { className?: string };

/** Where a line of text will be; give it a width and, for larger text, a height. */
export function SkeletonLine({ className = "w-2/3" }: SkeletonLineProps) {
  return <div className={classNames("h-3.5 max-w-full rounded-control bg-hairline/70", className)} />;
}

type SkeletonRoundProps = { className?: string };

/** Where a face will be; give it a size. */
export function SkeletonRound({ className = "size-12" }: SkeletonRoundProps) {
  return <div className={classNames("shrink-0 rounded-full bg-hairline/70", className)} />;
}

type SkeletonRowsProps = { count?: number; className?: string };

/** Where a list of people or conversations will be. */
export function SkeletonRows({ count = 6, className = "py-3" }: SkeletonRowsProps) {
  return [...Array(count).keys()].map((row) => (
    <div key={row} className={classNames("flex items-center gap-4", className)}>
      <SkeletonRound />
      <div className="grid flex-1 gap-2">
        <SkeletonLine className="w-40" />
        <SkeletonLine className={row % 2 ? "w-1/2" : "w-2/3"} />
      </div>
    </div>
  ));
}
