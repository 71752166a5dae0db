import type { ReactNode } from "react";

type DatedLineProps = { children: ReactNode; time: ReactNode; details?: ReactNode };

/** Something that happened in a sentence, when it did at its end, and more about it below. */
export function DatedLine({ children, time, details }: DatedLineProps) {
  return (
    <>
      <div className="flex items-baseline justify-between gap-4">
        <p className="-indent-10 min-w-0 ps-10 whitespace-pre-wrap *:indent-0">{children}</p>
        <p className="text-xs whitespace-nowrap text-ink-soft tabular-nums">{time}</p>
      </div>
      {details && <p className="mt-1 ps-10 text-sm text-ink-soft">{details}</p>}
    </>
  );
}
