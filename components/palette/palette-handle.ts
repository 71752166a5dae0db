"use client";

import { Dialog } from "@base-ui/react/dialog";

/** Ties buttons that open the palette to it, wherever on the page they stand. */
export const paletteHandle = Dialog.createHandle();
