import { type ReactNode, useId } from "react";

type SectionProps = { title: string; description?: ReactNode; children: ReactNode };

/** A part of a page under a hairline: its title at the side where there is room, above where there is not. */
export function Section({ title, description, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-4 border-t border-hairline py-6 lg:grid-cols-[13rem_1fr]"
    >
      <div>
        <h2 id={id} className="text-base font-semibold">
          {title}
        </h2>
        {description && <p className="mt-1 text-sm text-ink-soft">{description}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}
