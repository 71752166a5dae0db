type LiveRegionProps = { message: string; urgent?: boolean };

/** Speaks `message` to screen readers whenever it changes; always on the page, empty while there is nothing to say. */
export function LiveRegion({ message, urgent = false }: LiveRegionProps) {
  return (
    <div className="sr-only" aria-live={urgent ? "assertive" : "polite"} aria-atomic="true">
      {message}
    </div>
  );
}
