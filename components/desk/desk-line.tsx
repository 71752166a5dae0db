import Link from "next/link";
import type { ReactNode } from "react";
import { ListItem } from "#components/ui/list.tsx";

type DeskLineProps = { href: string; name: ReactNode; hint?: string | null; children: ReactNode };

/** A row that leads to what it names, with how much of it there is at its end. */
export function DeskLine({ href, name, hint, children }: DeskLineProps) {
  return (
    <ListItem className="flex flex-wrap items-baseline justify-between gap-x-4">
      <div className="min-w-0 flex-[1_1_12rem]">
        <Link href={href} className="covers-row font-medium">
          {name}
        </Link>
        {hint && <p className="text-sm text-ink-soft">{hint}</p>}
      </div>
      <p className="text-sm tabular-nums">{children}</p>
    </ListItem>
  );
}
