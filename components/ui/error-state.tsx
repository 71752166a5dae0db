import type { ReactNode } from "react";

type ErrorStateProps = {
  picture: ReactNode;
  title: ReactNode;
  children: ReactNode;
  /** The number under which it is logged. */
  reference?: string;
  action?: ReactNode;
  /** `h1` where it stands for the whole page. */
  Heading?: "h1" | "h2";
};

/** Where one cannot go on: what happened, and the way on or back. */
export function ErrorState({ picture, title, children, reference, action, Heading = "h2" }: ErrorStateProps) {
  return (
    <div className="flex w-full max-w-md flex-col items-start">
      {picture}
      <Heading className="mt-6 font-mincho text-xl font-semibold">{title}</Heading>
      <p className="mt-3 text-ink-soft [word-break:auto-phrase]">{children}</p>
      {reference && <p className="mt-2 text-sm text-ink-soft">{reference}</p>}
      {action && <div className="mt-6 w-full">{action}</div>}
    </div>
  );
}
