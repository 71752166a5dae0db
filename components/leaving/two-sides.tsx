import { Check, Minus } from "lucide";
import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";

type Side = { title: string; mark: "goes" | "stays"; lines: readonly (ReactNode | false)[] };

/** What goes and what stays, or what is in something and what is not, side by side where there is room. */
export function TwoSides({ sides }: { sides: readonly [Side, Side] }) {
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {sides.map((side) => (
        <Lines key={side.mark} {...side} />
      ))}
    </div>
  );
}

function Lines({ title, mark, lines }: Side) {
  const icon = mark === "goes" ? Minus : Check;
  return (
    <div>
      <h3 className="text-sm font-semibold">{title}</h3>
      <ul className="mt-2 grid gap-2 text-sm">
        {lines.map(
          (line, index) =>
            line && (
              // biome-ignore lint/suspicious/noArrayIndexKey: they stand where they stand.
              <li key={index} className="flex items-start gap-2">
                <Icon icon={icon} className="mt-[0.15lh] size-4 shrink-0 text-ink-soft" />
                <span>{line}</span>
              </li>
            ),
        )}
      </ul>
    </div>
  );
}
