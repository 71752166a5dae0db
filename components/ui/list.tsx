import type { ReactNode } from "react";

/** Lines on a card, parted by nothing but room. */
export function List({ children, label }: { children: ReactNode; label?: string }) {
  return (
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the list role when list-style is none.
    <ul role="list" aria-label={label} data-list="" className="rounded-card bg-surface py-2 shadow-card">
      {children}
    </ul>
  );
}

export function ListItem({ children }: { children: ReactNode }) {
  return <li className="relative px-4 py-3 transition-colors has-[a:hover]:bg-sunken">{children}</li>;
}
