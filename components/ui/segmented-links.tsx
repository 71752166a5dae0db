import Link from "next/link";
import type { ReactNode } from "react";

type SegmentedLinksProps = {
  label: string;
  links: readonly { href: string; label: ReactNode; current: boolean }[];
};

/** Views of one list, each with its own address. */
export function SegmentedLinks({ label, links }: SegmentedLinksProps) {
  return (
    <nav aria-label={label} className="segments">
      {links.map((link) => (
        <Link
          key={link.href}
          href={link.href}
          aria-current={link.current ? "true" : undefined}
          className="segment"
        >
          {link.label}
        </Link>
      ))}
    </nav>
  );
}
