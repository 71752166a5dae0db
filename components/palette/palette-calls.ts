import { createListeners } from "#components/ui/listeners.ts";

/** Opens the palette, from wherever on the page somebody asks for it; the focus comes back to the element. */
export const paletteCalls = createListeners<[HTMLElement]>();
