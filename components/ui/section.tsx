import { type ReactNode, type Ref, useId } from "react";

type SectionProps = {
  ref?: Ref<HTMLElement>;
  title: string;
  description?: ReactNode;
  children: ReactNode;
};

/** A part of a page: its title at the side where there is room, above where there is not, and what it holds on a card. */
export function Section({ ref, title, description, children }: SectionProps) {
  const id = useId();
  return (
    <section
      ref={ref}
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-3 pb-10 lg:grid-cols-[13rem_minmax(0,1fr)] lg:pb-6"
    >
      <div className="lg:pt-6">
        <h2 id={id} className="font-mincho font-semibold">
          {title}
        </h2>
        {description && <p className="mt-1 text-sm text-ink-soft">{description}</p>}
      </div>
      {/* A list in it lies on this card, and not on one of its own. */}
      <div className="min-w-0 self-start rounded-card bg-surface p-4 shadow-card sm:p-6 **:data-list:-mx-4 **:data-list:-my-2 **:data-list:py-0 **:data-list:shadow-none">
        {children}
      </div>
    </section>
  );
}
