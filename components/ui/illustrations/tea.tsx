import { Doorway, type IllustrationProps } from "./doorway.tsx";

/** Two cups, poured: a talk that can begin. */
export function Tea(props: IllustrationProps) {
  return (
    <Doorway {...props}>
      <path d="M65 76q-4-5 0-9t0-9M96 74q-4-5 0-9t0-9" className="stroke-line" />
      <path d="M54 84H76V100q0 8-8 8H62q-8 0-8-8Z" className="fill-accent stroke-accent" />
      <path d="M85 84H107V100q0 8-8 8H93q-8 0-8-8Z" className="fill-surface stroke-ink-soft" />
      <path d="M85 92H107" className="stroke-ink-soft" />
      <path d="M44 111H116" strokeWidth="4" className="stroke-ink-soft" />
    </Doorway>
  );
}
