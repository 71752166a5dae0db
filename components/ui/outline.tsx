import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names.ts";

/** Around a page's outline while the page loads: says so once, and hides the pieces from screen readers. */
export function Outline({ children }: { children: ReactNode }) {
  const text = useTranslations("ui");
  return (
    <div role="status" className="animate-breathe">
      <span className="sr-only">{text("loading")}</span>
      <div aria-hidden="true">{children}</div>
    </div>
  );
}

/** Where a line of text will be; give it a width and, for larger text, a height. */
export function OutlineLine({ className = "w-2/3" }: { className?: string }) {
  return <div className={classNames("h-3.5 rounded-control bg-hairline/60", className)} />;
}

/** Where a list of people or threads will be. */
export function OutlineRows({ count = 6 }: { count?: number }) {
  return (
    <div className="rounded-card bg-surface py-2 shadow-card">
      {rows(count).map((row) => (
        <div key={row} className="flex items-center gap-4 px-4 py-3">
          <div className="size-12 shrink-0 rounded-full bg-hairline/60" />
          <div className="grid flex-1 gap-2">
            <OutlineLine className="w-40" />
            <OutlineLine className={row % 2 ? "w-1/2" : "w-2/3"} />
          </div>
        </div>
      ))}
    </div>
  );
}

function rows(count: number) {
  return [...Array(count).keys()];
}
