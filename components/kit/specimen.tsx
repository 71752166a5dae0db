import type { ReactNode } from "react";

/** One component: its name, as the code has it, and its states. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  const id = specimenId(name);
  return (
    <section id={id} aria-labelledby={`${id}-name`} className="scroll-mt-6 border-t border-hairline py-10">
      <h2 id={`${id}-name`} lang="en" className="mb-6 text-lg font-semibold">
        {name}
      </h2>
      <div className="grid gap-6">{children}</div>
    </section>
  );
}

export function specimenId(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, "-");
}

/** One state of it. */
export function State({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-2 text-xs text-ink-soft">{name}</h3>
      {children}
    </div>
  );
}
