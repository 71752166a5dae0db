"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";

const longPressMs = 450;
const maxMovePx = 10;

export type Point = { x: number; y: number };

/**
 * Handlers for a long press by touch. They suppress the browser's context menu and the click that ends the press. `onMenu`: what comes in the
 * place of that menu for a right click, or the key that is one.
 */
export function useLongPress(onPress: (at: Point) => void, onMenu?: (at: Point) => void) {
  const press = useRef<Point & { timer: ReturnType<typeof setTimeout> }>(undefined);
  const touched = useRef(false);
  const fired = useRef(false);

  function end() {
    clearTimeout(press.current?.timer);
    press.current = undefined;
  }
  return {
    onPointerDown(event: PointerEvent) {
      touched.current = event.pointerType === "touch";
      fired.current = false;
      if (!touched.current) return;
      const at = { x: event.clientX, y: event.clientY };
      const timer = setTimeout(() => {
        fired.current = true;
        onPress(at);
      }, longPressMs);
      press.current = { ...at, timer };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const { x, y } = press.current ?? { x: clientX, y: clientY };
      if (Math.hypot(clientX - x, clientY - y) > maxMovePx) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu(event: MouseEvent) {
      if (touched.current || onMenu) event.preventDefault();
      if (!touched.current) onMenu?.({ x: event.clientX, y: event.clientY });
    },
    onClickCapture(event: MouseEvent) {
      if (!fired.current) return;
      fired.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
