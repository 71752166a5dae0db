import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark.tsx";

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode };

/** A place where nothing is yet: what will be here, and the one action that fills it. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center py-16 text-center">
      <BrandMark className="size-10 text-hairline" />
      <p className="palt mt-4 text-lg font-medium">{title}</p>
      {children && (
        <div className="mt-2 text-sm text-balance text-ink-soft [word-break:auto-phrase]">{children}</div>
      )}
      {action && <div className="mt-6">{action}</div>}
    </div>
  );
}
