import { Doorway, type IllustrationProps } from "./doorway.tsx";

/** A letter on its way through the slot of a door. */
export function MailSlot(props: IllustrationProps) {
  return (
    <Doorway {...props}>
      <rect x="42" y="54" width="76" height="60" rx="3" className="fill-surface stroke-ink-soft" />
      <path d="M54 66H106" strokeWidth="7" className="stroke-ink" />
      <path d="M61 67H99V95H61Z" className="fill-accent-soft stroke-accent" />
      <path d="M61 95 80 81 99 95" className="stroke-accent" />
    </Doorway>
  );
}
