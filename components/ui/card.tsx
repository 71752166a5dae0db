import Link from "next/link";
import { type ReactNode, useId } from "react";
import { classNames } from "./class-names.ts";

type CardProps = {
  title?: ReactNode;
  /** The level of the title; it stands below what is around the card. */
  heading?: "h2" | "h3";
  /** With it the whole card leads there; the title is what the link is called. */
  href?: string;
  /** At the title's end: a tag, a menu. */
  aside?: ReactNode;
  /** Buttons, at the card's end. */
  actions?: ReactNode;
  children?: ReactNode;
};

/** A sheet of paper on the page: one thing, and what can be done with it. */
export function Card({ title, heading: Heading = "h3", href, aside, actions, children }: CardProps) {
  const id = useId();
  return (
    <article
      aria-labelledby={title ? id : undefined}
      className={classNames(
        "relative rounded-card bg-surface p-4 shadow-card",
        href &&
          "transition-shadow has-[h2>a:hover,h3>a:hover]:shadow-float has-[h2>a:focus-visible,h3>a:focus-visible]:outline-2 has-[h2>a:focus-visible,h3>a:focus-visible]:outline-offset-2 has-[h2>a:focus-visible,h3>a:focus-visible]:outline-accent-ink",
      )}
    >
      {(title || aside) && (
        <div className="mb-2 flex items-start justify-between gap-3">
          <Heading id={id} className="min-w-0 text-base font-semibold">
            {href ? (
              <Link href={href} className="outline-none after:absolute after:inset-0">
                {title}
              </Link>
            ) : (
              title
            )}
          </Heading>
          {aside && <div className="relative shrink-0">{aside}</div>}
        </div>
      )}
      {children}
      {actions && <div className="relative mt-4 flex flex-wrap justify-end gap-3">{actions}</div>}
    </article>
  );
}
