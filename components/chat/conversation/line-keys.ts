import type { KeyboardEvent } from "react";

/** The arrow keys in the list of lines: from the list itself to its newest line, from there one by one; Home and End go to the ends. */
export function moveAmongLines(event: KeyboardEvent<HTMLElement>): void {
  const lines = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-line]")];
  const at = event.target instanceof HTMLElement ? lines.indexOf(event.target) : -1;
  // What stands within a line keeps its keys.
  if (at === -1 && event.target !== event.currentTarget) return;
  const next = nextLine(lines, at, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus({ preventScroll: true });
  next.scrollIntoView({ block: "nearest" });
}

function nextLine(lines: HTMLElement[], at: number, key: string): HTMLElement | undefined {
  switch (key) {
    case "ArrowUp":
      return at === -1 ? lines.at(-1) : lines[Math.max(0, at - 1)];
    case "ArrowDown":
      return at === -1 ? undefined : lines[at + 1];
    case "Home":
      return at === -1 ? undefined : lines[0];
    case "End":
      return lines.at(-1);
    default:
      return undefined;
  }
}
