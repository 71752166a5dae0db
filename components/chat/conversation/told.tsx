"use client";

import { useEffect, useEffectEvent } from "react";

type ToldProps = { children: string; onOver: () => void };

const toldFor = 5_000;

/** What became of something small, over the page for a moment: said to who listens, and to who looks. */
export function Told({ children, onOver }: ToldProps) {
  const over = useEffectEvent(onOver);
  useEffect(() => {
    if (children === "") return;
    const timer = setTimeout(over, toldFor);
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
