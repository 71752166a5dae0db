"use client";

import { useTooltip } from "#components/ui/use-tooltip.tsx";

/** A button of words, with a tooltip at its side. */
export function Explained({ tooltip: words, children }: { tooltip: string; children: string }) {
  const { handlers, tooltip } = useTooltip(words, "right");
  return (
    <>
      <button
        {...handlers}
        type="button"
        className="min-h-9 rounded-control px-2 underline decoration-dotted underline-offset-4"
      >
        {children}
      </button>
      {tooltip}
    </>
  );
}
