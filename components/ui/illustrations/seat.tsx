import { Doorway, type IllustrationProps } from "./doorway.tsx";

/** A chair that nobody sits on, with its cushion: the place that was kept. */
export function Seat(props: IllustrationProps) {
  return (
    <Doorway {...props}>
      <path d="M62 92 57 56M98 92V113M64 92V113M59 64H91M60 74H92M98 92 93 56" className="stroke-ink-soft" />
      <path d="M57 92H103" strokeWidth="4" className="stroke-ink-soft" />
      <rect x="60" y="82" width="40" height="9" rx="4.5" className="fill-accent" />
    </Doorway>
  );
}
