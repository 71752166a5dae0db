import { type ReactNode, useId } from "react";

type PartProps = { title: string; children: ReactNode };

/** A part of an import's page, in the whole width: what stands in it is wider than a form. */
export function Part({ title, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid grid-cols-[minmax(0,1fr)] gap-3 pb-10">
      <h2 id={id} className="font-mincho text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
