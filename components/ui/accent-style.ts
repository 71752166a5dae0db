import type { CSSProperties } from "react";

/** For the style of an element that is data-accent: what is inside wears this hue, whichever company's page it stands on. */
export function accentStyle(hue: number): CSSProperties {
  const accent: CSSProperties & { "--accent-hue": number } = { "--accent-hue": hue };
  return accent;
}
