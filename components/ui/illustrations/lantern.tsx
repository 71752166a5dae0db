import { Doorway, type IllustrationProps } from "./doorway.tsx";

/** The lantern beside the door: lit while somebody is in. */
export function Lantern({ lit = false, ...props }: IllustrationProps & { lit?: boolean }) {
  return (
    <Doorway {...props}>
      {lit && <circle cx="80" cy="80" r="33" className="fill-accent-soft" />}
      <path d="M80 46V56M80 105V112" className="stroke-ink-soft" />
      <path
        d="M70 60Q60 68 60 80t10 20H90q10-8 10-20T90 60Z"
        className={lit ? "fill-accent stroke-accent" : "fill-surface stroke-ink-soft"}
      />
      <path d="M63 71H97M60 80H100M63 89H97" className={lit ? "stroke-surface" : "stroke-line"} />
      <path d="M70 58H90M70 102H90" strokeWidth="4" className="stroke-ink" />
    </Doorway>
  );
}
