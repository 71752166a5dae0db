"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useEffectEvent, useRef } from "react";
import type { Crop } from "#lib/files/schema.ts";
import { movedBy, type Size, zoomedBy } from "./crop.ts";

type Gestures = { size: Size; crop: Crop; onCrop: (crop: Crop) => void; disabled: boolean };
type Point = { x: number; y: number };

const keyStep = 0.04;
const keyZoom = 1.1;

/** What a hand does to a picture in its window: draws it, with two fingers enlarges it, turns the wheel, presses arrows, + and −. */
export function useCropGestures({ size, crop, onCrop, disabled }: Gestures) {
  const window = useRef<HTMLDivElement>(null);
  const pointers = useRef(new Map<number, Point>());
  const side = () => window.current?.clientWidth || 1;

  function press(event: PointerEvent<HTMLDivElement>) {
    if (disabled) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  }
  function move(event: PointerEvent<HTMLDivElement>) {
    const before = pointers.current.get(event.pointerId);
    if (!before || disabled) return;
    const now = { x: event.clientX, y: event.clientY };
    pointers.current.set(event.pointerId, now);
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    // Of two fingers each moves the middle between them by half.
    const share = (other ? 0.5 : 1) / side();
    const moved = movedBy(size, crop, (before.x - now.x) * share, (before.y - now.y) * share);
    onCrop(
      other
        ? zoomedBy(size, moved, apart(now, other) / (apart(before, other) || 1), fromMiddle(now, other))
        : moved,
    );
  }
  function lift(event: PointerEvent<HTMLDivElement>) {
    pointers.current.delete(event.pointerId);
  }
  function fromMiddle(one: Point, other = one) {
    const box = window.current?.getBoundingClientRect();
    if (!box) return { right: 0, down: 0 };
    return {
      right: ((one.x + other.x) / 2 - box.left) / box.width - 0.5,
      down: ((one.y + other.y) / 2 - box.top) / box.height - 0.5,
    };
  }
  function readKey(event: KeyboardEvent) {
    if (disabled || event.ctrlKey || event.metaKey || event.altKey) return;
    const next = cropBy(event.key, event.shiftKey ? 3 : 1);
    if (!next) return;
    event.preventDefault();
    onCrop(next);
  }
  function cropBy(key: string, times: number): Crop | null {
    const step = keyStep * times;
    switch (key) {
      case "ArrowLeft":
        return movedBy(size, crop, -step, 0);
      case "ArrowRight":
        return movedBy(size, crop, step, 0);
      case "ArrowUp":
        return movedBy(size, crop, 0, -step);
      case "ArrowDown":
        return movedBy(size, crop, 0, step);
      case "+":
      case ";":
      case "=":
        return zoomedBy(size, crop, keyZoom);
      case "-":
        return zoomedBy(size, crop, 1 / keyZoom);
      default:
        return null;
    }
  }
  const turn = useEffectEvent((event: WheelEvent) => {
    if (disabled) return;
    event.preventDefault();
    onCrop(
      zoomedBy(size, crop, Math.exp(-event.deltaY / 400), fromMiddle({ x: event.clientX, y: event.clientY })),
    );
  });
  useEffect(() => {
    const shown = window.current;
    const listen = (event: WheelEvent) => turn(event);
    // React's own would be passive, and the page would scroll along.
    shown?.addEventListener("wheel", listen, { passive: false });
    return () => shown?.removeEventListener("wheel", listen);
  }, []);

  const gestures = { onPointerDown: press, onPointerMove: move, onPointerUp: lift, onPointerCancel: lift };
  return { window, gestures, readKey };
}

function apart(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
