import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

type EmptyStateProps = {
  picture: ReactNode;
  /** Ours alone: somebody else's words in it go into `<Foreign>`. */
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  /** For a panel or a part of a page. */
  small?: boolean;
};

/** A place where nothing is yet: what will be here, and the one action that fills it. */
export function EmptyState({ picture, title, children, action, small = false }: EmptyStateProps) {
  return (
    <div
      className={classNames(
        "mx-auto flex max-w-sm flex-col items-center text-center",
        small ? "px-4 py-6 [&>svg]:h-20" : "py-10",
      )}
    >
      {picture}
      <p className={classNames("palt font-mincho font-semibold", small ? "mt-4" : "mt-6 text-lg")}>{title}</p>
      {children && (
        <div className="mt-2 text-sm text-balance text-ink-soft [word-break:auto-phrase]">{children}</div>
      )}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
