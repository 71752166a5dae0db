/** A noren, one half lifted by someone who comes home. One colour, from 16 px. */
export function BrandMark({ className }: { className?: string }) {
  return (
    <svg viewBox={box} fill="currentColor" className={className} aria-hidden="true">
      {shapes}
    </svg>
  );
}

/** Once on a page that shows the mark in many places: what `BrandMarkAgain` draws from. */
export function BrandMarkSource() {
  return (
    <svg className="hidden" aria-hidden="true">
      <symbol id={sourceId} viewBox={box}>
        {shapes}
      </symbol>
    </svg>
  );
}

export function BrandMarkAgain({ className }: { className?: string }) {
  return (
    <svg fill="currentColor" className={className} aria-hidden="true">
      <use href={`#${sourceId}`} />
    </svg>
  );
}

const box = "0 0 24 24";
const sourceId = "brand-mark";

const shapes = (
  <>
    <path d="M2 3.5a1 1 0 0 1 1-1h18a1 1 0 1 1 0 2H3a1 1 0 0 1-1-1Z" />
    <path d="M4 6h7.25v14.5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6Z" />
    <path d="M12.75 6H20v10.6a1 1 0 0 1-1.2.98C15.4 16.9 13 12.2 12.75 6Z" />
  </>
);
