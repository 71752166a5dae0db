import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";

export type IllustrationProps = { className?: string };

/**
 * What all our pictures have in common: one looks in under a noren, one of whose cloths somebody holds aside. Never more than 30 % of the
 * window's height, so that on a small or enlarged one what there is to do stays in sight. A picture: the words beside it say the rest.
 */
export function Doorway({ className, children }: IllustrationProps & { children: ReactNode }) {
  return (
    <svg
      viewBox="12 4 136 112"
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={classNames("h-30 max-h-[30svh] w-auto max-w-full", className)}
      aria-hidden="true"
    >
      <path d="M12 114H148" className="stroke-hairline" />
      {children}
      <path d="M14 8H146" strokeWidth="4" className="stroke-ink" />
      <path
        d="M19 12H47V44q-7 2-14 1t-14 0ZM50 12H78V45q-7-1-14 0t-14-1ZM82 12H110V45q-7 1-14 0t-14 1ZM113 12H141V30q-7 7-17 7-4 0-5-4-5-10-6-21Z"
        className="fill-accent"
      />
    </svg>
  );
}
