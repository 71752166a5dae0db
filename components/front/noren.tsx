/** The curtain over a door that is open, with a word for anyone who comes through it. A picture: the page says the rest. */
export function Noren({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 640 500" className={className} aria-hidden="true">
      <rect y="4" width="640" height="7" rx="3.5" className="fill-indigo" />
      <g className="fill-accent">
        <path d="M8 18H158V474c-24 8-52 4-76 6-26 2-50-2-74-4Z" />
        <path d="M165 18H315V476c-26-3-48 5-74 4-28-1-50 0-76-5Z" />
        <path d="M322 18H472V472c-22 4-46 8-72 6-28-2-52 3-78 0Z" />
        <path d="M479 18H632V316c-14 22-52 36-92 29-10-2-16-9-19-20C500 240 482 130 479 18Z" />
      </g>
      <path
        d="M632 140c-10 78-42 150-92 205 40 7 78-7 92-29Z"
        className="fill-accent-fill-hover opacity-35"
      />
      <g className="fill-paper font-mincho font-semibold" fontSize="96" textAnchor="middle">
        <text x="83" y="272">
          お
        </text>
        <text x="240" y="272">
          か
        </text>
        <text x="397" y="272">
          え
        </text>
        <text x="560" y="240" transform="rotate(-7 560 200)">
          り
        </text>
      </g>
    </svg>
  );
}
