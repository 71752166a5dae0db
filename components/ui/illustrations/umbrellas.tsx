import { Doorway, type IllustrationProps } from "./doorway.tsx";

/** Umbrellas in their stand: it rains, and one waits a little. */
export function Umbrellas(props: IllustrationProps) {
  return (
    <Doorway {...props}>
      <path d="M70 96V60q0-6-5-6t-5 5" className="stroke-ink-soft" />
      <path d="M70 68 64 96H76Z" className="fill-accent stroke-accent" />
      <path d="M92 96 98 62q1-6 6-5t4 6" className="stroke-ink-soft" />
      <path d="M97 70 86 96H99Z" className="fill-surface stroke-ink-soft" />
      <path d="M56 88H106L102 114H60Z" className="fill-sunken stroke-ink-soft" />
      <path d="M58 98H104" className="stroke-ink-soft" />
    </Doorway>
  );
}
