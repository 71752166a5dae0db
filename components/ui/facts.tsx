import type { ReactNode } from "react";

type Fact = { term: string; value: ReactNode };

/** Terms and what they are here; one without a value is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid gap-y-3">
      {facts
        .filter((fact) => fact.value)
        .map((fact) => (
          <div key={fact.term} className="grid gap-x-6 gap-y-0.5 sm:grid-cols-[9rem_1fr]">
            <dt className="text-sm text-ink-soft">{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
    </dl>
  );
}
