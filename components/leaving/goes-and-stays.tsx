import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";

type Part = { title: string; lines: readonly (ReactNode | false)[] };

/** What goes and what stays, side by side where there is room. */
export function GoesAndStays({ goes, stays }: { goes: Part; stays: Part }) {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      <Lines {...goes} icon={Minus} />
      <Lines {...stays} icon={Check} />
    </div>
  );
}

function Lines({ title, lines, icon: Icon }: Part & { icon: typeof Check }) {
  return (
    <div>
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="mt-2 grid gap-2 text-sm">
        {lines.map(
          (line, index) =>
            line && (
              // biome-ignore lint/suspicious/noArrayIndexKey: they stand where they stand.
              <li key={index} className="flex items-start gap-2">
                <Icon
                  className="mt-[0.15lh] size-4 shrink-0 text-ink-soft"
                  strokeWidth={1.75}
                  aria-hidden="true"
                />
                <span>{line}</span>
              </li>
            ),
        )}
      </ul>
    </div>
  );
}
