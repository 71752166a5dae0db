/** Keeps the Tab key to one stop in this area: the item that had the focus last, else the current one, else the first. Returns what ends that. */
export function keepOneStop(area: HTMLElement, itemSelector: string): () => void {
  let stop: Element | undefined;
  return keep(area, () => {
    const items = [...area.querySelectorAll<HTMLElement>(itemSelector)];
    stop =
      items.find((item) => item === document.activeElement) ??
      items.find((item) => item === stop) ??
      items.find((item) => item.hasAttribute("aria-current")) ??
      items[0];
    for (const item of items) item === stop ? stopAt(item) : passOver(item);
    // What else an item's line holds is reached from the item.
    for (const item of items) for (const other of besides(item)) passOver(other);
  });
}

/** Keeps the Tab key out of the lines of this area, but for the line that has the focus. Returns what ends that. */
export function keepOutOfLines(area: HTMLElement, lineSelector: string): () => void {
  return keep(area, () => {
    for (const element of area.querySelectorAll<HTMLElement>("li :is(a[href], button)")) {
      const line = element.closest(lineSelector) ?? element.closest("li");
      line?.contains(document.activeElement) ? stopAt(element) : passOver(element);
    }
  });
}

/** What one can press in the line of a list's item besides the item itself. */
export function besides(item: Element): HTMLElement[] {
  const line = item.closest("li");
  return [...(line?.querySelectorAll<HTMLElement>("a[href], button") ?? [])].filter(
    (other) => other !== item,
  );
}

function keep(area: HTMLElement, settle: () => void): () => void {
  const observer = new MutationObserver(settle);
  observer.observe(area, { childList: true, subtree: true });
  area.addEventListener("focusin", settle);
  settle();
  return () => {
    observer.disconnect();
    area.removeEventListener("focusin", settle);
  };
}

const before = new WeakMap<HTMLElement, string | null>();

function passOver(element: HTMLElement): void {
  if (element.tabIndex < 0) return;
  before.set(element, element.getAttribute("tabindex"));
  element.tabIndex = -1;
}

function stopAt(element: HTMLElement): void {
  const own = before.get(element);
  if (own === undefined) return;
  before.delete(element);
  if (own === null) element.removeAttribute("tabindex");
  else element.setAttribute("tabindex", own);
}
