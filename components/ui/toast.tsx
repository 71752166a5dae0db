"use client";

import { useEffect, useEffectEvent } from "react";

type ToastProps = { children: string; onOver: () => void };

const shownForMs = 5_000;

/** What became of something small, over the page for a moment: said to who listens, and to who looks. */
export function Toast({ children, onOver }: ToastProps) {
  const over = useEffectEvent(onOver);
  useEffect(() => {
    if (children === "") return;
    const timer = setTimeout(over, shownForMs);
    return () => clearTimeout(timer);
  }, [children]);
  return (
    <p
      role="status"
      className="pointer-events-none fixed inset-x-4 bottom-28 z-30 mx-auto w-fit max-w-sm rounded-control bg-ink px-4 py-2 text-sm text-paper shadow-float empty:hidden"
    >
      {children}
    </p>
  );
}
