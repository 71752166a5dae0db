import type { ReactNode } from "react";

/** A word or two about the thing beside it. */
export function Tag({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex min-h-6 items-center rounded-full bg-sunken px-3 text-xs text-ink">
      {children}
    </span>
  );
}
