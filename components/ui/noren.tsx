import { classNames } from "./class-names.ts";

/** The house's own drawing: a noren with the name on its four cloths, the last one lifted by whoever comes home. */
export function Noren({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 400 262" aria-hidden="true" className={classNames("block", className)}>
      <rect x="2" y="8" width="396" height="7" rx="3.5" className="fill-ink" />
      <g className="fill-accent-fill">
        {cloths.map((cloth) => (
          <path key={cloth.letter} d={cloth.path} />
        ))}
      </g>
      <g lang="ja" className="fill-on-accent text-[46px] font-medium" textAnchor="middle">
        {cloths.map((cloth) => (
          <text key={cloth.letter} transform={cloth.place}>
            {cloth.letter}
          </text>
        ))}
      </g>
    </svg>
  );
}

const cloths = [
  {
    letter: "お",
    path: "M20 22h88c-.6 74-1.6 150 .4 226-30 3-60 2.6-89.2-1C18.4 172 20.6 96 20 22Z",
    place: "translate(64 148)",
  },
  {
    letter: "か",
    path: "M110.5 22h88c.8 76 .6 152-1 227.5-28.5 2.5-57 2.3-86-1 1.4-76 .2-151-1-226.5Z",
    place: "translate(154.5 148)",
  },
  {
    letter: "え",
    path: "M201 22h88c-.8 74 .4 148 2.6 223-30 4.4-60.6 5.2-91.4 3.5 1.6-76 1.8-151 .8-226.5Z",
    place: "translate(245 148)",
  },
  {
    letter: "り",
    path: "M291.5 22h88.5c2 52 8 104 14 150-6 14-17 27-33 37-9 4-19 3-26-3-24-48-39-116-43.5-184Z",
    place: "translate(344 140) rotate(-9)",
  },
];
