export type BackLayer = ReturnType<typeof createBackLayer>;

type Open = { close: () => void; href: string; pushed: boolean };
type Place = Pick<Window, "history" | "location" | "addEventListener"> & {
  navigation?: { currentEntry: { key: string } | null };
};

const mark = "okaeriLayer";

/**
 * An entry of the browser's history for what lies over the page, so that Back closes it instead of leaving the page. Whatever else
 * closes it takes the entry away again. One that is left over, under a page that was gone to from there, after a reload or ahead of
 * the reader, is passed by.
 */
export function createBackLayer(place: Place) {
  const { history, location } = place;
  /** Entries are told apart by the browser's own key: Next drops our state when it renders again. */
  const extras = new Map<string, string>();
  let top: Open | null = null;
  let leaving = false;
  const told: (() => void)[] = [];

  place.addEventListener("popstate", stepped);

  function stepped(): void {
    if (!leaving && top) {
      closeTop(top);
      return;
    }
    leaving = false;
    // Deferred: Next's own handling of this popstate would undo a navigation made now.
    for (const tell of told.splice(0)) setTimeout(tell);
    if (top) push(top);
    else passBy();
  }

  /** Returns what closes it; `close` is called when Back does. */
  function open(close: () => void): () => void {
    const layer = { close, href: location.href, pushed: false };
    // Only one layer is open at a time; with two, the lower one would keep its entry.
    top ??= layer;
    if (top === layer && !leaving) push(layer);
    return () => end(layer);
  }

  /** Closes what is open, and resolves when its entry is gone: then one can go on from the page itself. */
  async function leave(): Promise<void> {
    const layer = top;
    if (layer) {
      end(layer);
      layer.close();
    }
    if (leaving) await new Promise<void>((resolve) => told.push(resolve));
  }

  function passBy(): void {
    const { href } = location;
    if (top || leaving) return;
    if (isMarked(history.state) || extras.get(keyOfEntry() ?? "") === href) goBack();
  }

  function push(layer: Open): void {
    layer.pushed = true;
    history.pushState({ [mark]: true }, "");
    const key = keyOfEntry();
    if (key) extras.set(key, layer.href);
  }

  function end(layer: Open): void {
    if (top !== layer) return;
    top = null;
    // After navigating to another page the entry stays.
    if (layer.pushed && location.href === layer.href) goBack();
  }

  function closeTop(layer: Open): void {
    top = null;
    layer.close();
  }

  function goBack(): void {
    leaving = true;
    history.back();
  }

  function keyOfEntry(): string | undefined {
    return place.navigation?.currentEntry?.key;
  }

  return { open, leave, passBy };
}

function isMarked(state: unknown): boolean {
  return typeof state === "object" && state !== null && mark in state;
}
