"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";

/** Up and down arrows walk the links of the lists inside; Tab does too, as ever. */
export function ArrowKeys({ children }: { children: ReactNode }) {
  const area = useRef<HTMLDivElement>(null);

  function walk(event: KeyboardEvent) {
    const step = steps[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const links = [...(area.current?.querySelectorAll<HTMLElement>("li a") ?? [])];
    const place = links.findIndex((link) => link.matches(":focus"));
    const next = links[place + step];
    if (place === -1 || !next) return;
    event.preventDefault();
    next.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside are what is operated; this only listens to them.
    <div ref={area} onKeyDown={walk}>
      {children}
    </div>
  );
}

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };
