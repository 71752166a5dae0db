"use client";

import { type MouseEvent, type PointerEvent, useRef } from "react";

const longPressMs = 450;
const maxMovePx = 10;

type LongPress = { x: number; y: number; target: Element };

/** Handlers for a long press by touch. They suppress the browser's context menu and the click that ends the press. */
export function useLongPress(onPress: (press: LongPress) => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number }>(undefined);
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
      const { clientX: x, clientY: y, currentTarget: target } = event;
      const timer = setTimeout(() => {
        fired.current = true;
        onPress({ x, y, target });
      }, longPressMs);
      press.current = { timer, x, y };
    },
    onPointerMove({ clientX, clientY }: PointerEvent) {
      const { x, y } = press.current ?? { x: clientX, y: clientY };
      if (Math.hypot(clientX - x, clientY - y) > maxMovePx) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu(event: MouseEvent) {
      if (touched.current) event.preventDefault();
    },
    onClickCapture(event: MouseEvent) {
      if (!fired.current) return;
      fired.current = false;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
