let pressed: HTMLAnchorElement | null = null;

/** The link that was pressed last. */
export function pressedLink(): HTMLAnchorElement | null {
  return pressed;
}

/** Notes each link as it is pressed. Returns what ends that. */
export function watchPresses(): () => void {
  const note = ({ target }: MouseEvent) => {
    pressed = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  };
  document.addEventListener("click", note, true);
  return () => document.removeEventListener("click", note, true);
}
