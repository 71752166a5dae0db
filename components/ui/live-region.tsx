/** Speaks `message` to screen readers whenever it changes; always on the page, empty while there is nothing to say. */
export function LiveRegion({ message }: { message: string }) {
  return (
    <div className="sr-only" aria-live="polite" aria-atomic="true">
      {message}
    </div>
  );
}
