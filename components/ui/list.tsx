import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type BareListProps = Omit<ComponentProps<"ul">, "ref" | "role"> & { ordered?: boolean };

/** A list without markers, of whatever looks: it says that it is one in every browser. */
export function BareList({ ordered = false, ...rest }: BareListProps) {
  const Element = ordered ? "ol" : "ul";
  // Safari drops the role of a list whose markers are gone.
  return <Element role="list" {...rest} />;
}

type ListProps = { children: ReactNode; label?: string; labelledBy?: string };

/** Rows on a card, parted by nothing but room. */
export function List({ children, label, labelledBy }: ListProps) {
  return (
    <BareList aria-label={label} aria-labelledby={labelledBy} data-list="" className="list">
      {children}
    </BareList>
  );
}

type ListItemProps = { children: ReactNode; className?: string };

/** A row, which a link in it may cover. */
export function ListItem({ children, className }: ListItemProps) {
  return <li className={classNames("list-row", className)}>{children}</li>;
}
