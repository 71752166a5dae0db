import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names.ts";

type BareListProps = Omit<ComponentProps<"ul">, "ref" | "role"> & { ordered?: boolean };

/** A list without markers, of whatever looks: it says that it is one in every browser. */
export function BareList({ ordered = false, ...rest }: BareListProps) {
  const Element = ordered ? "ol" : "ul";
  // Safari drops the role of a list whose markers are gone.
  return <Element role="list" {...rest} />;
}

type ListProps = {
  children: ReactNode;
  label?: string;
  labelledBy?: string;
  /** On the ground that is there already, instead of a card of its own. */
  plain?: boolean;
};

/** Rows, on a card. */
export function List({ children, label, labelledBy, plain = false }: ListProps) {
  return (
    <BareList
      aria-label={label}
      aria-labelledby={labelledBy}
      className={plain ? "-mx-3 -my-2" : "rounded-card bg-surface p-1 shadow-card"}
    >
      {children}
    </BareList>
  );
}

type ListItemProps = { children: ReactNode; className?: string };

/** A row, which a link in it may cover. */
export function ListItem({ children, className }: ListItemProps) {
  return <li className={classNames("relative rounded-control px-3 py-2", className)}>{children}</li>;
}
