import type { ReactNode } from "react";

type DatedLineProps = { children: ReactNode; time: ReactNode; details?: ReactNode };

/** Something that happened in a sentence, when it did at its end, and more about it below. */
export function DatedLine({ children, time, details }: DatedLineProps) {
  return (
    <>
      <div className="dated">
        <p>{children}</p>
        <p>{time}</p>
      </div>
      {details && <p className="dated-more">{details}</p>}
    </>
  );
}
