import type { ReactNode } from "react";

/** Lines parted by hairlines. */
export function List({ children, label }: { children: ReactNode; label?: string }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when list-style is none.
    <ul role="list" aria-label={label} className="divide-y divide-hairline border-y border-hairline">
      {children}
    </ul>
  );
}

export function ListItem({ children }: { children: ReactNode }) {
  return <li className="relative py-4">{children}</li>;
}
